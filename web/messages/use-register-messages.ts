import { registerEn } from "./register-en.ts";
import { registerId } from "./register-id.ts";
import { catalogue } from "./use-messages.ts";

export const useRegisterMessages = catalogue({ id: registerId, en: registerEn });
