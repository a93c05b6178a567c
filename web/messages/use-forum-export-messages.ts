import { forumExportEn } from "./forum-export-en.ts";
import { forumExportId } from "./forum-export-id.ts";
import { catalogue } from "./use-messages.ts";

export const useForumExportMessages = catalogue({ id: forumExportId, en: forumExportEn });
