import { citizensEn } from "./citizens-en.ts";
import { citizensId } from "./citizens-id.ts";
import { catalogue } from "./use-messages.ts";

export const useCitizensMessages = catalogue({ id: citizensId, en: citizensEn });
