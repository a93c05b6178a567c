/** What a village may answer in a quick poll: setuju, perlu dibahas, tidak. */
export const pollAnswers = ["agree", "discuss", "disagree"] as const;
export type PollAnswer = (typeof pollAnswers)[number];
