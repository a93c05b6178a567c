import { outcomesEn } from "./outcomes-en.ts";
import { outcomesId } from "./outcomes-id.ts";
import { catalogue } from "./use-messages.ts";

export const useOutcomesMessages = catalogue({ id: outcomesId, en: outcomesEn });
