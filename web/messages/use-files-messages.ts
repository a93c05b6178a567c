import { filesEn } from "./files-en.ts";
import { filesId } from "./files-id.ts";
import { catalogue } from "./use-messages.ts";

export const useFilesMessages = catalogue({ id: filesId, en: filesEn });
