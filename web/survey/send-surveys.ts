import { ApiError, api, readResponse } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { queuedSurveys, readDraft, writeDraft } from "./survey-drafts.ts";
import { surveyQuery } from "./survey-query.ts";
import { surveysKey } from "./waiting-surveys.ts";

const retryMs = 15_000;
const onTheWay = new Map<string, Promise<void>>();

/** Sends what waits on this device, now and whenever there may be a connection, until it is ended. */
export function keepSendingSurveys(personId: string): () => void {
  const send = () => {
    for (const surveyId of queuedSurveys(personId)) void sendSurvey(personId, surveyId);
  };
  send();
  const timer = setInterval(send, retryMs);
  addEventListener("online", send);
  return () => {
    clearInterval(timer);
    removeEventListener("online", send);
  };
}

/** One sending at a time; without an answer it stays in the queue, a refusal takes it out. */
export function sendSurvey(personId: string, surveyId: string): Promise<void> {
  const id = `${personId} ${surveyId}`;
  const sending = onTheWay.get(id) ?? send(personId, surveyId).finally(() => onTheWay.delete(id));
  onTheWay.set(id, sending);
  return sending;
}

async function send(personId: string, surveyId: string): Promise<void> {
  const draft = readDraft(personId, surveyId);
  if (!draft?.isQueued) return;
  const { key, answers } = draft;
  // Taken back and changed while it was on its way, it has another key and stays.
  const isUnchanged = () => readDraft(personId, surveyId)?.key === key;
  try {
    const { sentAt, isLate } = await readResponse(
      api.surveys[":surveyId"].answers.$post({
        param: { surveyId },
        json: { personId, key, answers: answers as Record<string, string | string[] | number> },
      }),
    );
    // The page knows at once; what else changed is asked afterwards.
    queryClient.setQueryData(
      surveyQuery(surveyId).queryKey,
      (page) => page && { ...page, waitsForAnswer: false, sent: { at: sentAt, isLate, by: null } },
    );
    if (isUnchanged()) writeDraft(personId, surveyId, null);
    await queryClient.invalidateQueries({ queryKey: surveysKey });
  } catch (error) {
    // Without an answer, or with one that broke off, it is sent again.
    if (!(error instanceof ApiError) || !isRefusal(error)) return;
    if (isUnchanged()) {
      writeDraft(personId, surveyId, { ...draft, isQueued: false, refusal: error.sentence });
    }
    await queryClient.invalidateQueries({ queryKey: surveysKey });
  }
}

/** Not where the session ended or became another's, or the Worker is busy: it is sent later. */
function isRefusal({ status, code }: ApiError): boolean {
  return (
    status >= 400 && status < 500 && status !== 401 && status !== 429 && code !== "other-person"
  );
}
