import { toCsv } from "../../domain/csv.ts";
import { momentInWib } from "../../domain/wib.ts";
import { selectOldest } from "../db/audit-reading.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import {
  type AuditEntry,
  type AuditQuestion,
  entryOf,
  filterOf,
  requireReader,
} from "./audit-log.ts";
import { byWhom, record } from "./record.ts";

const rowsPerPart = 1000;

const columns = [
  "seq",
  "at",
  "wib",
  "personId",
  "roles",
  "action",
  "subjectKind",
  "subjectId",
  "forumId",
  "details",
  "previousHash",
  "hash",
];

/**
 * A part of the log as a table, in the chain's order, by ids alone: a file that leaves the product
 * must not keep the names of people who are removed later. Each part that is taken is recorded.
 * @returns the text, and where the next part begins, null after the last one
 */
export async function exportAuditLog(
  env: Env,
  me: SignedIn,
  question: AuditQuestion,
  after: number,
  now: number,
): Promise<{ csv: string; after: number | null }> {
  const reader = requireReader(me, question.district);
  const db = openDatabase(env);
  const found = await selectOldest(db, filterOf(reader, question), after, rowsPerPart);
  await record(db, {
    facts: [
      {
        ...byWhom(me, reader.districtId),
        action: "exported",
        subjectKind: "district",
        subjectId: reader.districtId,
        details: { what: "audit", after, rows: found.length },
      },
    ],
    now,
    change: [],
  });
  const lines = found.map((each) => cells(entryOf(reader, each), each.row));
  return {
    csv: toCsv(after === 0 ? [columns, ...lines] : lines),
    after: found.length === rowsPerPart ? (found.at(-1)?.row.seq ?? null) : null,
  };
}

/** `details` as they are stored, so that a hash can be computed again; of a masked row as shown. */
function cells(entry: AuditEntry, { details }: { details: string }) {
  return [
    entry.seq,
    entry.at,
    momentInWib(entry.at),
    entry.isMasked ? "(disamarkan)" : (entry.person?.id ?? ""),
    entry.roles.join(","),
    entry.action,
    entry.subject.kind,
    entry.subject.id,
    entry.forum?.id ?? "",
    entry.isMasked ? JSON.stringify(entry.details) : details,
    entry.previousHash,
    entry.hash,
  ];
}
