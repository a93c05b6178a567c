import { catalogue } from "./use-messages.ts";
import { waitingEn } from "./waiting-en.ts";
import { waitingId } from "./waiting-id.ts";

export const useWaitingMessages = catalogue({ id: waitingId, en: waitingEn });
