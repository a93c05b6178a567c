import { publicCheckEn as en } from "./public-check-en.ts";
import { publicCheckId as id } from "./public-check-id.ts";
import { catalogue } from "./use-messages.ts";

export const usePublicCheckMessages = catalogue({ id, en });
