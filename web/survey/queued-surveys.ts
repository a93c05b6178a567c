import { quietly } from "../offline/quietly.ts";

/** What a draft's key in storage begins with. */
export const draftPrefix = "survey-draft ";
const queued = "survey-queued";

/** Says on this page that an answer waits to be sent. */
export function announceQueued(): void {
  dispatchEvent(new Event(queued));
}

/**
 * Sends what waits on this device, whatever page is open, as long as this person is signed in. How is
 * fetched only where there is something: the first page carries no more than this.
 */
export function sendQueuedSurveys(personId: string): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  const start = () =>
    quietly(async () => {
      const { keepSendingSurveys } = await import("./send-surveys.ts");
      if (!isOver) stop ??= keepSendingSurveys(personId);
    });
  if (hasDraft(personId)) void start();
  addEventListener(queued, start);
  return () => {
    isOver = true;
    removeEventListener(queued, start);
    stop?.();
  };
}

function hasDraft(personId: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(draftPrefix + personId));
  } catch {
    return false;
  }
}
