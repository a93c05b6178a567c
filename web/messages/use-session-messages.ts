import { sessionEn } from "./session-en.ts";
import { sessionId } from "./session-id.ts";
import { catalogue } from "./use-messages.ts";

export const useSessionMessages = catalogue({ id: sessionId, en: sessionEn });
