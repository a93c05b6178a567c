import { toCsv } from "../../domain/csv.ts";
import { momentInWib } from "../../domain/wib.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { readStretches, type ShownStretch } from "./history.ts";

type RecordFormat = "csv" | "json";

const columns = [
  "from",
  "to",
  "fromWib",
  "toWib",
  "village",
  "name",
  "office",
  "cause",
  "sections",
  "inserted",
  "deleted",
  "entries",
];

/**
 * The whole record of a document as this reader may know it, newest first, part by part, so that a
 * long one needs no memory.
 * @throws notFound, notAllowed, before the first byte
 */
export async function exportRecord(
  env: Env,
  me: SignedIn,
  documentId: string,
  format: RecordFormat,
): Promise<ReadableStream<Uint8Array>> {
  const first = await readStretches(env, me, documentId, {});
  const encoder = new TextEncoder();
  const parts = textOf(format, first, (before) => readStretches(env, me, documentId, { before }));
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

type Part = Awaited<ReturnType<typeof readStretches>>;

async function* textOf(
  format: RecordFormat,
  first: Part,
  readBefore: (place: number) => Promise<Part>,
): AsyncGenerator<string> {
  yield format === "csv" ? toCsv([columns]) : "[";
  let separator = "\n";
  for (let part = first; ; ) {
    if (part.stretches.length > 0) {
      if (format === "csv") yield linesOf(part.stretches);
      else {
        yield separator + part.stretches.map((stretch) => JSON.stringify(stretch)).join(",\n");
        separator = ",\n";
      }
    }
    if (part.next === null) break;
    part = await readBefore(part.next);
  }
  if (format === "json") yield "\n]\n";
}

/** Without the byte order mark, which stands before the first line alone. */
function linesOf(stretches: readonly ShownStretch[]): string {
  return toCsv(stretches.map(cells)).slice(1);
}

function cells({ author, fromAt, toAt, sections, ...stretch }: ShownStretch) {
  const { village } = author;
  return [
    stretch.from,
    stretch.to,
    momentInWib(fromAt),
    momentInWib(toAt),
    village && ("name" in village ? village.name : `Desa ${village.number}`),
    author.name ?? (author.number === null ? null : `Peserta ${author.number}`),
    author.office,
    stretch.cause,
    sections.join(" "),
    stretch.inserted,
    stretch.deleted,
    stretch.entries,
  ];
}
