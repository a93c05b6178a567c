/**
 * Of so many villages at least, answers are added to the sums at once: a sum that grew by one
 * village between two looks would say what that village answered.
 */
export const smallestRelease = 5;

/** Whether one answer is given for each village or by each person. */
export const surveyUnits = ["village", "person"] as const;
export type SurveyUnit = (typeof surveyUnits)[number];

/** A draft's questions can be changed; from `open` on they cannot, and a change is a new version. */
export const surveyStatuses = ["draft", "open", "closed"] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];
