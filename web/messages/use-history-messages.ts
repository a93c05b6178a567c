import { historyEn } from "./history-en.ts";
import { historyId } from "./history-id.ts";
import { catalogue } from "./use-messages.ts";

export const useHistoryMessages = catalogue({ id: historyId, en: historyEn });
