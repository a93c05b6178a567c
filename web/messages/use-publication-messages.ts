import { publicationEn } from "./publication-en.ts";
import { publicationId } from "./publication-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePublicationMessages = catalogue({ id: publicationId, en: publicationEn });
