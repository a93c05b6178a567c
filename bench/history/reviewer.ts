import type { HistoryPage } from "../../worker/actions/history.ts";
import type { BenchServer } from "../servers/bench-server.ts";

/** As the player of the history's page: so long it waits from one moment to the next. */
const frameMs = 400;
/** After so many moments two are compared. */
const momentsBetween = 4;

/** What one review saw. Times in ms. */
export interface ReviewTimes {
  /** From the first question to the whole first screen. */
  openMs: number;
  /** How often it was told instead how far the record is read. */
  progressAnswers: number;
  /** The longest that one of its questions took until then. */
  longestMs: number;
  momentMs: number[];
  compareMs: number[];
}

/** Opens a document's history over HTTP, compares and plays it until `goesOn` says no. */
export async function review(
  server: BenchServer & { origin: string },
  document: string,
  person: number,
  goesOn: () => boolean,
): Promise<ReviewTimes> {
  const { headers } = server.seat(document, person);
  const path = `${server.origin}/api/documents/${document}/history`;
  const times: ReviewTimes = {
    ...{ openMs: 0, progressAnswers: 0, longestMs: 0, momentMs: [], compareMs: [] },
  };
  const ask = async <T>(rest: string): Promise<{ answer: T; tookMs: number }> => {
    const startedAt = performance.now();
    const response = await fetch(`${path}${rest}`, { headers });
    if (!response.ok) throw new Error(`${rest} is answered with ${response.status}`);
    // The Worker's own answer.
    const answer = (await response.json()) as T;
    return { answer, tookMs: performance.now() - startedAt };
  };
  const openedAt = performance.now();
  let last = 0;
  for (let isReading = true; isReading; ) {
    const { answer, tookMs } = await ask<HistoryPage>("");
    times.longestMs = Math.max(times.longestMs, tookMs);
    isReading = answer.progress !== null;
    last = answer.head?.last ?? 0;
    if (isReading) times.progressAnswers++;
    if (isReading) await sleep(300);
  }
  await ask("/stretches");
  times.openMs = performance.now() - openedAt;
  const comparison = (from: number, to: number) => ask(`/comparison?from=${from}&to=${to}`);
  do {
    const { length } = times.momentMs;
    const place = Math.floor((last * ((length * 7) % 100)) / 100);
    times.momentMs.push((await comparison(place, place)).tookMs);
    if (length % momentsBetween === 0) {
      times.compareMs.push((await comparison(place, last)).tookMs);
    }
    await sleep(frameMs);
  } while (goesOn());
  return times;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
