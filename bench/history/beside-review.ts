import { copyFileSync, rmSync } from "node:fs";
import { Crew } from "../load/crew.ts";
import { LightClient } from "../load/light-client.ts";
import { MarkedFrames, maxClients } from "../load/marked-frames.ts";
import { median, percentile } from "../percentile.ts";
import { rounded, say } from "../report.ts";
import { type OurServer, startOurs } from "../servers/ours.ts";
import { writeHistory } from "../storage/long-history.ts";
import { roomFiles } from "../storage/room-file.ts";
import { type ReviewTimes, review } from "./reviewer.ts";

const people = 12;
const editsPerSecond = 2;
const reviewer = 200;
const drainWithinMs = 20_000;

export interface BesideOptions {
  /** Edits that the document has before. */
  edits: number;
  seconds: number;
  repetitions: number;
}

/**
 * `first`: nobody has asked for this record before; `later`: somebody has; `elsewhere`: the first review
 * of another document, with which this one has nothing but the machine in common.
 */
type Share = "usual" | "first" | "later" | "elsewhere";

interface TypingRun {
  share: Share;
  /** From a keystroke to another's screen, ms. */
  p50: number;
  p95: number;
  lagP99: number;
  review: ReviewTimes | null;
}

export interface BesideReview {
  edits: number;
  /** Medians of the runs' p95. */
  p95: Record<Share, number>;
  firstRatio: number;
  laterRatio: number;
  elsewhereRatio: number;
  runs: TypingRun[];
  /** From the log's first word. */
  firstOpenMs: number;
  /** The same three after a restart, each the first of its kind. */
  keptOpenMs: number;
  keptMomentMs: number;
  keptCompareMs: number;
}

/** Each next to a usual one: a machine that grows tired favours none. */
const turns: readonly Share[] = ["usual", "first", "usual", "elsewhere", "usual", "later"];

/**
 * Twelve people type in a document with a long past, in a real workerd, with and without somebody who
 * opens, compares and plays its history. Both rooms share one thread there, and one machine with the
 * people: the platform promises neither.
 */
export async function typeBesideReview(options: BesideOptions): Promise<BesideReview> {
  const { edits, repetitions } = options;
  const server = await startOurs();
  try {
    const written = await writeDocuments(server, edits, 2 * repetitions);
    const [documents, others] = [written.slice(0, repetitions), written.slice(repetitions)];
    const short = [server.newDocument(), server.newDocument()] as const;
    await open(server, short[1]);
    await runAll(server, short, { ...options, seconds: 1 });
    const runs: TypingRun[] = [];
    for (const [index, document] of documents.entries()) {
      runs.push(...(await runAll(server, [document, others[index] ?? ""], options)));
    }
    const p95Of = (wanted: Share) =>
      median(runs.filter(({ share }) => share === wanted).map(({ p95 }) => p95));
    const usual = p95Of("usual");
    const [first, later, elsewhere] = [p95Of("first"), p95Of("later"), p95Of("elsewhere")];
    const firsts = runs.filter(({ share }) => share === "first");
    return {
      ...{ edits, runs },
      p95: { usual, first, later, elsewhere },
      ...{ firstRatio: first / usual, laterRatio: later / usual },
      elsewhereRatio: elsewhere / usual,
      firstOpenMs: median(firsts.map(({ review }) => review?.openMs ?? Number.NaN)),
      ...(await reviewKept(server, documents)),
    };
  } finally {
    await server.stop();
  }
}

/** After a restart each review begins with what it keeps on disk. */
async function reviewKept(
  server: OurServer,
  documents: readonly string[],
): Promise<Pick<BesideReview, "keptOpenMs" | "keptMomentMs" | "keptCompareMs">> {
  const kept: ReviewTimes[] = [];
  for (const document of documents) {
    // Since it was asked last people have gone on writing.
    await review(server, document, reviewer, () => false);
    await server.restart();
    // The Worker itself is warm in production: another document's history warms it.
    const warmer = server.newDocument();
    await open(server, warmer);
    await review(server, warmer, reviewer, () => false);
    await open(server, document);
    kept.push(await review(server, document, reviewer, () => false));
  }
  const medianOf = (value: (times: ReviewTimes) => number) => median(kept.map(value));
  return {
    keptOpenMs: medianOf(({ openMs }) => openMs),
    keptMomentMs: medianOf(({ momentMs }) => momentMs[0] ?? Number.NaN),
    keptCompareMs: medianOf(({ compareMs }) => compareMs[0] ?? Number.NaN),
  };
}

async function runAll(
  server: OurServer,
  [document, other]: readonly [string, string],
  { seconds }: BesideOptions,
): Promise<TypingRun[]> {
  const crew = new Crew();
  try {
    await crew.join(server, document, people, { hasWitnesses: false });
    await crew.prepare(people);
    await crew.write("letters", 2, editsPerSecond);
    const runs: TypingRun[] = [];
    for (const share of turns) {
      const reviewed = share === "elsewhere" ? other : document;
      const reviewWhile = (goesOn: () => boolean) => review(server, reviewed, reviewer, goesOn);
      runs.push(await run(crew, share, seconds, reviewWhile));
      say(JSON.stringify(runs.at(-1)));
    }
    return runs;
  } finally {
    await crew.leave();
    crew.end();
  }
}

async function run(
  crew: Crew,
  share: Share,
  seconds: number,
  reviewWhile: (goesOn: () => boolean) => Promise<ReviewTimes>,
): Promise<TypingRun> {
  let isTyping = true;
  const reviewed = share === "usual" ? null : reviewWhile(() => isTyping);
  const { sentAt, lagP99Ms } = await crew.write("letters", seconds, editsPerSecond);
  isTyping = false;
  const times = await reviewed;
  if (!(await crew.drain(sentAt, drainWithinMs, true))) throw new Error("a letter was lost");
  const tallies = await crew.tally("letters", sentAt);
  const latencies = tallies.flatMap(({ latenciesMs }) => [...latenciesMs]);
  const at = (of: number) => rounded(percentile(latencies, of)) ?? Number.NaN;
  return { share, p50: at(0.5), p95: at(0.95), lagP99: lagP99Ms, review: times };
}

/** Documents with the same long past. */
async function writeDocuments(server: OurServer, edits: number, count: number): Promise<string[]> {
  const documents = Array.from({ length: count }, () => server.newDocument());
  for (const document of documents) await open(server, document);
  await server.restart(() => {
    const [first, ...others] = roomFiles(server.stateFolder);
    if (first === undefined) throw new Error("the rooms left no file");
    writeHistory(first, edits, { editsPerCommit: 10, pagesGrow: true });
    for (const other of others) {
      for (const end of ["-wal", "-shm"]) rmSync(`${other}${end}`, { force: true });
      copyFileSync(first, other);
    }
  });
  return documents;
}

async function open(server: OurServer, document: string): Promise<void> {
  const seat = server.seat(document, 0);
  const client = new LightClient(maxClients - 1, seat, new MarkedFrames(seat));
  await client.join();
  client.close();
}
