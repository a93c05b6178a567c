import { signOffEn } from "./sign-off-en.ts";
import { signOffId } from "./sign-off-id.ts";
import { catalogue } from "./use-messages.ts";

export const useSignOffMessages = catalogue({ id: signOffId, en: signOffEn });
