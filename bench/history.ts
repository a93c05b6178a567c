// How soon a reviewer sees a document's history: timeline, any moment, comparison; first in Node, with
// the code of the review room and what it keeps on disk, then over HTTP from a real workerd, in which
// twelve people are typing meanwhile.
import { compare } from "../party/history/compare.ts";
import { decodeDerived, encodeDerived } from "../party/history/derived-state.ts";
import { readingAt } from "../party/history/reading-at.ts";
import { Replay } from "../party/history/replay.ts";
import { listStretches } from "../party/history/stretch-list.ts";
import type { LogEntry } from "../party/log/page-codec.ts";
import { Random } from "../party/testing/random.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { typeBesideReview } from "./history/beside-review.ts";
import { compareLongText } from "./history/long-text.ts";
import { packLog } from "./history/packed-log.ts";
import { recordDocument } from "./history/recorded-document.ts";
import { median } from "./percentile.ts";
import { atLeast, atMost, finish, rounded, say } from "./report.ts";

const repetitions = 3;

/** Medians of three. What else runs on the machine lengthens `ms` alone. */
interface Took {
  ms: number;
  /** Of this thread. */
  cpuMs: number;
}

interface Measured {
  edits: number;
  /** From the log's first entry, as only the first review ever does. */
  replay: Took;
  keptBytes: number;
  open: Took;
  /** Where the record has grown since the first screen was kept. */
  firstScreenCold: Took;
  firstScreen: Took;
  momentCold: Took;
  moment: Took;
  compareCold: Took;
  compare: Took;
  search: Took;
  stretches: number;
  characters: number;
}

await benchCommand(async (isQuick) => {
  const short = measure(recordDocument(20_000, 1));
  say(JSON.stringify(short));
  const longEntries = recordDocument(isQuick ? 60_000 : 260_000, 2);
  const long = measure(longEntries);
  say(JSON.stringify(long));
  const log = packLog(longEntries);
  say(JSON.stringify(log));
  const longText = compareLongText(isQuick ? 40_000 : 400_000);
  say(JSON.stringify(longText));
  const typing = { seconds: isQuick ? 1.5 : 10, repetitions: isQuick ? 1 : 3 };
  const besideShort = await typeBesideReview({ edits: 20_000, ...typing });
  const besideLong = isQuick ? null : await typeBesideReview({ edits: 260_000, ...typing });
  const megabytes = (bytes: number) => bytes / 1_000_000;
  finish(
    "history",
    [
      atMost("timeline's first screen of 20,000 edits, cold, ms", short.firstScreenCold.ms, 200),
      atMost("timeline's first screen of 260,000 edits, cold, ms", long.firstScreenCold.ms, 200),
      ...(besideLong ? [atMost("the same, kept, over HTTP, ms", besideLong.keptOpenMs, 200)] : []),
      atMost("any moment of 20,000 edits, cold, ms", short.momentCold.ms, 300),
      atMost("any moment of 260,000 edits, cold, ms", long.momentCold.ms, 1000),
      atMost("compare 20,000 edits, once open, ms", short.compare.ms, 150),
      atMost("compare 20,000 edits, cold, ms", short.compareCold.ms, 400),
      atMost("compare 260,000 edits, once open, ms", long.compare.ms, 150),
      atMost("compare 260,000 edits, cold, ms", long.compareCold.ms, 400),
      atLeast("times faster than recreateTransform", longText.times, 20),
      atMost("log of 260,000 edits, repacked, MB", megabytes(log.packedBytes), 4),
      ...[besideShort, besideLong].flatMap((beside) =>
        beside
          ? [
              atMost(`typing beside a first review, ${beside.edits}`, beside.firstRatio, 1.2),
              atMost(`typing beside a later review, ${beside.edits}`, beside.laterRatio, 1.2),
            ]
          : [],
      ),
    ],
    { machine: machine(), isQuick, short, long, log, longText, besideShort, besideLong },
  );
});

/** Each over several moments; cold begins with what is on disk. */
function measure(entries: readonly LogEntry[]): Measured {
  let fresh = Replay.empty();
  const replayed = took(() => {
    fresh = Replay.empty();
    fresh.append(entries);
  });
  const kept = encodeDerived({ epoch: 1, replay: fresh });
  const open = () => decodeDerived(kept)?.replay ?? Replay.empty();
  const replay = open();
  const last = entries.length;
  const random = new Random(last);
  const moment = () => 1 + random.below(last);
  const firstScreen = (of: Replay) => JSON.stringify(listStretches(of, { limit: 100 }));
  const read = (of: Replay) => JSON.stringify(readingAt(of, moment()));
  const compareTwo = (of: Replay) => {
    const [a, b] = [moment(), moment()];
    return JSON.stringify(compare(of, Math.min(a, b), Math.max(a, b)));
  };
  return {
    edits: last,
    replay: replayed,
    keptBytes: kept.byteLength,
    open: took(open),
    firstScreenCold: took(() => firstScreen(open())),
    firstScreen: took(() => firstScreen(replay)),
    momentCold: took(() => read(open())),
    moment: took(() => read(replay)),
    compareCold: took(() => compareTwo(open())),
    compare: took(() => compareTwo(replay)),
    search: took(() => listStretches(replay, { words: "kata" })),
    stretches: replay.stretches.all.length,
    characters: lettersOf(readingAt(replay, last)),
  };
}

function lettersOf(node: ReturnType<typeof readingAt>): number {
  const own = node.text?.length ?? 0;
  return (node.content ?? []).reduce((sum, child) => sum + lettersOf(child), own);
}

function took(work: () => unknown): Took {
  const all = Array.from({ length: repetitions }, () => {
    const [startedAt, cpuBefore] = [performance.now(), threadCpuMs()];
    work();
    return { ms: performance.now() - startedAt, cpuMs: threadCpuMs() - cpuBefore };
  });
  const medianOf = (value: (each: Took) => number) => rounded(median(all.map(value))) ?? 0;
  return { ms: medianOf(({ ms }) => ms), cpuMs: medianOf(({ cpuMs }) => cpuMs) };
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
