import { notesEn } from "./notes-en.ts";
import { notesId } from "./notes-id.ts";
import { catalogue } from "./use-messages.ts";

export const useNotesMessages = catalogue({ id: notesId, en: notesEn });
