import { prepareEn } from "./prepare-en.ts";
import { prepareId } from "./prepare-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePrepareMessages = catalogue({ id: prepareId, en: prepareEn });
