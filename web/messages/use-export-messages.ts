import { exportEn } from "./export-en.ts";
import { exportId } from "./export-id.ts";
import { catalogue } from "./use-messages.ts";

export const useExportMessages = catalogue({ id: exportId, en: exportEn });
