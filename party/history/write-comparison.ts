import { breathe } from "./breathe.ts";
import { compareInSteps } from "./compare.ts";
import type { Steps } from "./compare-text.ts";
import type { ComparedNode, ComparedText, Origin, WrittenComparison } from "./history-view.ts";
import type { Replay } from "./replay.ts";

/** Of JSON, written in a millisecond; then everybody else on the thread has a turn. */
const lettersAtOnce = 48_000;

/**
 * As `compare`, ready to be sent, with pauses in which the replay may grow.
 * @param from the older place, at least 0
 * @param to the newer place, at most the replay's last
 */
export async function writeComparison(
  replay: Replay,
  from: number,
  to: number,
): Promise<WrittenComparison> {
  const steps = writeInSteps(replay, from, to);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}

function* writeInSteps(replay: Replay, from: number, to: number): Steps<WrittenComparison> {
  const { origins, content, ...numbers } = yield* compareInSteps(replay, from, to);
  const pen = new Pen();
  const written = yield* writeNodes(pen, content);
  return {
    ...(yield* writeOrigins(pen, origins)),
    rest: `${JSON.stringify(numbers).slice(0, -1)},"content":${written}}`,
  };
}

/** Node by node: one table may be most of a document. */
function* writeNodes(pen: Pen, nodes: readonly (ComparedNode | ComparedText)[]): Steps<string> {
  const written: string[] = [];
  for (const node of nodes) {
    if (pen.needsPause()) yield;
    if ("text" in node) {
      written.push(pen.json(node));
      continue;
    }
    const { content, ...settings } = node;
    const inner = yield* writeNodes(pen, content);
    written.push(`${pen.json(settings).slice(0, -1)},"content":${inner}}`);
  }
  return `[${written.join(",")}]`;
}

function* writeOrigins(
  pen: Pen,
  list: readonly Origin[],
): Steps<Pick<WrittenComparison, "authors" | "madeBy" | "origins">> {
  const numbers = new Map<string, number>();
  const authors: Origin["author"][] = [];
  const madeBy: number[] = [];
  const origins: string[] = [];
  for (const { author, ...origin } of list) {
    if (pen.needsPause()) yield;
    const key = `${author.personId}\n${author.villageId ?? ""}`;
    const number = numbers.get(key) ?? authors.push(author) - 1;
    numbers.set(key, number);
    madeBy.push(number);
    origins.push(pen.json(origin));
  }
  return { authors, madeBy, origins };
}

/** Writes JSON, and knows when it has written for long enough. */
class Pen {
  #letters = 0;

  json(value: unknown): string {
    const json = JSON.stringify(value);
    this.#letters += json.length;
    return json;
  }

  needsPause(): boolean {
    if (this.#letters < lettersAtOnce) return false;
    this.#letters = 0;
    return true;
  }
}
