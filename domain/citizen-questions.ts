/** In letters, as they are typed. */
export const minQuestionLength = 10;
export const maxQuestionLength = 1000;

/** Nobody reads a page and writes a question faster. */
export const minTypingMs = 4_000;
/** So long the form of a page that lies open can be sent. */
export const maxFormAgeMs = 24 * 60 * 60_000;

/** From one network in the window of failed attempts, and to one forum from everywhere. */
export const questionsAllowed = 5;
export const questionsOfForumAllowed = 60;
/** More than a facilitator can read: then nobody is let ask until some are dealt with. */
export const maxWaiting = 300;

export const citizenQuestionStatuses = ["waiting", "answered", "setAside"] as const;
export type CitizenQuestionStatus = (typeof citizenQuestionStatuses)[number];
