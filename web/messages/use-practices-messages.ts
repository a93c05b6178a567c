import { practicesEn } from "./practices-en.ts";
import { practicesId } from "./practices-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePracticesMessages = catalogue({ id: practicesId, en: practicesEn });
