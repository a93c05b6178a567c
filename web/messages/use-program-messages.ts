import { programEn } from "./program-en.ts";
import { programId } from "./program-id.ts";
import { catalogue } from "./use-messages.ts";

export const useProgramMessages = catalogue({ id: programId, en: programEn });
