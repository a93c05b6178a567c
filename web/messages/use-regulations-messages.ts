import { regulationsEn } from "./regulations-en.ts";
import { regulationsId } from "./regulations-id.ts";
import { catalogue } from "./use-messages.ts";

export const useRegulationsMessages = catalogue({ id: regulationsId, en: regulationsEn });
