import { mineEn } from "./mine-en.ts";
import { mineId } from "./mine-id.ts";
import { catalogue } from "./use-messages.ts";

export const useMineMessages = catalogue({ id: mineId, en: mineEn });
