import { searchEn } from "./search-en.ts";
import { searchId } from "./search-id.ts";
import { catalogue } from "./use-messages.ts";

export const useSearchMessages = catalogue({ id: searchId, en: searchEn });
