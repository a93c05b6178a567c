import { importEn } from "./import-en.ts";
import { importId } from "./import-id.ts";
import { catalogue } from "./use-messages.ts";

export const useImportMessages = catalogue({ id: importId, en: importEn });
