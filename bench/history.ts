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

interface Measured {
  edits: number;
  /** From the log's first entry, as only the first review ever does. */
  replayMs: number;
  keptBytes: number;
  openMs: number;
  /** Where the record has grown since the first screen was kept. */
  firstScreenColdMs: number;
  firstScreenMs: number;
  momentColdMs: number;
  momentMs: number;
  compareColdMs: number;
  compareMs: number;
  searchMs: number;
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
      atMost("timeline's first screen of 20,000 edits, cold, ms", short.firstScreenColdMs, 200),
      atMost("timeline's first screen of 260,000 edits, cold, ms", long.firstScreenColdMs, 200),
      ...(besideLong ? [atMost("the same, kept, over HTTP, ms", besideLong.keptOpenMs, 200)] : []),
      atMost("any moment of 20,000 edits, cold, ms", short.momentColdMs, 300),
      atMost("any moment of 260,000 edits, cold, ms", long.momentColdMs, 1000),
      atMost("compare 20,000 edits, once open, ms", short.compareMs, 150),
      atMost("compare 20,000 edits, cold, ms", short.compareColdMs, 400),
      atMost("compare 260,000 edits, once open, ms", long.compareMs, 150),
      atMost("compare 260,000 edits, cold, ms", long.compareColdMs, 400),
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

/** Medians of three, each over several moments; cold begins with what is on disk. */
function measure(entries: readonly LogEntry[]): Measured {
  const fresh = Replay.empty();
  const replayMs = elapsedMs(() => fresh.append(entries));
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
    replayMs: rounded(replayMs) ?? 0,
    keptBytes: kept.byteLength,
    openMs: medianMs(open),
    firstScreenColdMs: medianMs(() => firstScreen(open())),
    firstScreenMs: medianMs(() => firstScreen(replay)),
    momentColdMs: medianMs(() => read(open())),
    momentMs: medianMs(() => read(replay)),
    compareColdMs: medianMs(() => compareTwo(open())),
    compareMs: medianMs(() => compareTwo(replay)),
    searchMs: medianMs(() => listStretches(replay, { words: "kata" })),
    stretches: replay.stretches.all.length,
    characters: lettersOf(readingAt(replay, last)),
  };
}

function lettersOf(node: ReturnType<typeof readingAt>): number {
  const own = node.text?.length ?? 0;
  return (node.content ?? []).reduce((sum, child) => sum + lettersOf(child), own);
}

function medianMs(work: () => unknown): number {
  const all = Array.from({ length: repetitions }, () => elapsedMs(work));
  return rounded(median(all)) ?? 0;
}

function elapsedMs(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
