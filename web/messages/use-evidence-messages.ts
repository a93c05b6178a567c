import { evidenceEn } from "./evidence-en.ts";
import { evidenceId } from "./evidence-id.ts";
import { catalogue } from "./use-messages.ts";

export const useEvidenceMessages = catalogue({ id: evidenceId, en: evidenceEn });
