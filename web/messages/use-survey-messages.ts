import { surveyEn } from "./survey-en.ts";
import { surveyId } from "./survey-id.ts";
import { catalogue } from "./use-messages.ts";

export const useSurveyMessages = catalogue({ id: surveyId, en: surveyEn });
