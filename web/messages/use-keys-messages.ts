import { keysEn } from "./keys-en.ts";
import { keysId } from "./keys-id.ts";
import { catalogue } from "./use-messages.ts";

export const useKeysMessages = catalogue({ id: keysId, en: keysEn });
