import { problemsEn } from "./problems-en.ts";
import { problemsId } from "./problems-id.ts";
import { catalogue } from "./use-messages.ts";

export const useProblemMessages = catalogue({ id: problemsId, en: problemsEn });
