import { careEn } from "./care-en.ts";
import { careId } from "./care-id.ts";
import { catalogue } from "./use-messages.ts";

export const useCareMessages = catalogue({ id: careId, en: careEn });
