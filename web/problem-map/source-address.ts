/** Where a facilitator found a problem, as the API takes it. */
export type GivenSource =
  | { kind: "survey"; surveyId: string; questionId: string; choiceId: string | null }
  | { kind: "case"; documentId: string }
  | { kind: "note"; documentId: string; threadId: string };

/** The form of a new problem that is taken from there. */
export function newProblemAddress(source: GivenSource): string {
  const asked = new URLSearchParams();
  if (source.kind === "survey") {
    asked.set("survei", source.surveyId);
    asked.set("pertanyaan", source.questionId);
    if (source.choiceId !== null) asked.set("jawaban", source.choiceId);
  } else {
    asked.set("kasus", source.documentId);
    if (source.kind === "note") asked.set("catatan", source.threadId);
  }
  return `/program/peta/baru?${asked}`;
}

/** Null for a problem that is told directly. */
export function sourceIn(search: string): GivenSource | null {
  const asked = new URLSearchParams(search);
  const surveyId = asked.get("survei");
  const questionId = asked.get("pertanyaan");
  if (surveyId && questionId) {
    return { kind: "survey", surveyId, questionId, choiceId: asked.get("jawaban") || null };
  }
  const documentId = asked.get("kasus");
  const threadId = asked.get("catatan");
  if (!documentId) return null;
  return threadId ? { kind: "note", documentId, threadId } : { kind: "case", documentId };
}
