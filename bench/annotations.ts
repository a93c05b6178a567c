// Somebody notes beside the text: how soon all thirty have the words and the mark.
import { setTimeout as pause } from "node:timers/promises";
import { toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { benchCommand, machine } from "./bench-command.ts";
import { NoteReader } from "./load/note-reader.ts";
import { median, percentile } from "./percentile.ts";
import { atMost, finish, rounded, say } from "./report.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";

const people = 30;
const typists = 6;
const typedEveryMs = 500;
const notedEveryMs = 400;
const arrivesWithinMs = 10_000;

await benchCommand(async (isQuick) => {
  const server = await startOurs();
  try {
    const runs: { p50: number | null; p95: number | null; answeredP95: number | null }[] = [];
    for (let run = 0; run < (isQuick ? 1 : 3); run++) {
      const { seen, answered } = await noteInTheHall(server, isQuick ? 15 : 60);
      runs.push({
        p50: rounded(percentile(seen, 0.5)),
        p95: rounded(percentile(seen, 0.95)),
        answeredP95: rounded(percentile(answered, 0.95)),
      });
      say(JSON.stringify(runs.at(-1)));
    }
    const p95 = median(runs.map((run) => run.p95 ?? Number.POSITIVE_INFINITY));
    finish("annotations", [atMost("note sent to seen by all 30, p95 ms", p95, 300)], {
      machine: machine(),
      isQuick,
      people,
      typists,
      runs,
    });
  } finally {
    await server.stop();
  }
});

/** Thirty read, six of them write a little, and one after the other notes beside the same sentence. */
async function noteInTheHall(server: OurServer, notes: number) {
  const document = server.newDocument();
  const seats = Array.from({ length: people }, (_, person) => server.seat(document, person));
  const readers: NoteReader[] = [];
  for (const seat of seats) readers.push(await NoteReader.open(seat));
  const [first, ...others] = readers;
  if (!first) throw new Error("nobody reads");
  const text = first.write(Array.from({ length: notes }, (_, at) => `kata${at}`).join(" "));
  const writers = others.slice(0, typists);
  for (const writer of writers) writer.write("a");
  await pause(1000);
  const typing = setInterval(() => {
    for (const writer of writers) writer.type("n");
  }, typedEveryMs);
  const seen: number[] = [];
  const answered: number[] = [];
  for (let at = 0; at < notes; at++) {
    const { headers } = seats[at % people] ?? {};
    const id = crypto.randomUUID();
    for (const reader of readers) reader.await(id);
    const note = { id, kind: "question", text: "Mana buktinya?", ...selected(text, `kata${at}`) };
    const sentAt = now();
    const answer = await fetch(`${server.origin}/api/documents/${document}/threads`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(note),
    });
    answered.push(now() - sentAt);
    if (!answer.ok) throw new Error(`a note was answered with ${await answer.text()}`);
    seen.push((await whenSeenByAll(readers, id)) - sentAt);
    await pause(notedEveryMs);
  }
  clearInterval(typing);
  for (const reader of readers) reader.close();
  return { seen, answered };
}

async function whenSeenByAll(readers: readonly NoteReader[], id: string): Promise<number> {
  const until = now() + arrivesWithinMs;
  for (;;) {
    const arrivals = readers.flatMap((reader) => reader.arrivedAt(id) ?? []);
    if (arrivals.length === readers.length) return Math.max(...arrivals);
    if (now() > until) throw new Error(`${arrivals.length} of ${readers.length} saw a note`);
    await pause(5);
  }
}

function selected(text: Y.XmlText, quote: string) {
  const runs: { insert: string }[] = text.toDelta();
  const words = runs
    .map(({ insert }) => insert)
    .join("")
    .split(" ");
  const before = words.slice(0, words.indexOf(quote));
  const index = before.reduce((sum, { length }) => sum + length + 1, 0);
  const encode = (place: number) => {
    const position = Y.createRelativePositionFromTypeIndex(text, place, -1);
    return toBase64(Y.encodeRelativePosition(position));
  };
  return { anchor: { from: encode(index), to: encode(index + quote.length) }, quote };
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
