import { redactionEn } from "./redaction-en.ts";
import { redactionId } from "./redaction-id.ts";
import { catalogue } from "./use-messages.ts";

export const useRedactionMessages = catalogue({ id: redactionId, en: redactionEn });
