import { shareEn } from "./share-en.ts";
import { shareId } from "./share-id.ts";
import { catalogue } from "./use-messages.ts";

export const useShareMessages = catalogue({ id: shareId, en: shareEn });
