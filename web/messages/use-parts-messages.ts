import { partsEn } from "./parts-en.ts";
import { partsId } from "./parts-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePartsMessages = catalogue({ id: partsId, en: partsEn });
