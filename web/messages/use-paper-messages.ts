import { paperEn } from "./paper-en.ts";
import { paperId } from "./paper-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePaperMessages = catalogue({ id: paperId, en: paperEn });
