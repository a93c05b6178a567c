import { manageEn } from "../messages/manage-en.ts";
import { manageId } from "../messages/manage-id.ts";
import { catalogue } from "../messages/use-messages.ts";

export const useManageMessages = catalogue({ id: manageId, en: manageEn });
