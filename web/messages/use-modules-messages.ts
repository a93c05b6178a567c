import { modulesEn } from "./modules-en.ts";
import { modulesId } from "./modules-id.ts";
import { catalogue } from "./use-messages.ts";

export const useModulesMessages = catalogue({ id: modulesId, en: modulesEn });
