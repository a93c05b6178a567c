import { sharingEn } from "./sharing-en.ts";
import { sharingId } from "./sharing-id.ts";
import { catalogue } from "./use-messages.ts";

export const useSharingMessages = catalogue({ id: sharingId, en: sharingEn });
