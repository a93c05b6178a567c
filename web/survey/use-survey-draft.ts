import { useSyncExternalStore } from "react";
import type { Answers } from "../../domain/survey/questions.ts";
import { useMe } from "../session/SignedIn.tsx";
import { announceQueued } from "./queued-surveys.ts";
import { sendSurvey } from "./send-surveys.ts";
import { isKept, newDraft, onDraftChange, readDraft, writeDraft } from "./survey-drafts.ts";

/** What this person filled in on this device. */
export function useSurveyDraft(surveyId: string) {
  const { person } = useMe();
  const draft = useSyncExternalStore(onDraftChange, () => readDraft(person.id, surveyId));
  return {
    draft,
    isKept: isKept(person.id, surveyId),
    change: (answers: Answers) => writeDraft(person.id, surveyId, newDraft(answers)),
    /** Sends it now, or once there is a connection. */
    send: () => {
      if (!draft) return;
      writeDraft(person.id, surveyId, { ...draft, isQueued: true, refusal: null });
      announceQueued();
      void sendSurvey(person.id, surveyId);
    },
    tryNow: () => sendSurvey(person.id, surveyId),
    /** Takes it back from the queue; what was on its way already counts, and this says so then. */
    changeAgain: () => draft && writeDraft(person.id, surveyId, newDraft(draft.answers)),
    throwAway: () => writeDraft(person.id, surveyId, null),
  };
}
