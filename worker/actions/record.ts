import type { BatchItem } from "drizzle-orm/batch";
import { type AuditFact, type AuditRow, chainText, saltKey } from "../../domain/audit.ts";
import { busy } from "../../domain/refusals.ts";
import { findChainHead, insertAuditRows } from "../db/audit.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

type Statement = BatchItem<"sqlite">;

interface Recorded {
  /** Of one district: its chain is what they are added to. */
  facts: readonly AuditFact[];
  now: number;
  /** The change itself. */
  change: readonly Statement[];
  /** Whether the facts are true only if the change's last statement touched a row. */
  onlyIfChanged?: boolean;
  /** What follows from it, such as the outbox. */
  after?: readonly Statement[];
}

/** Each lost race means that another Worker's row came first: a hall signs in at once. */
const attempts = 15;
/** Before the next attempt, at random up to this, doubled each time; at most so long. */
const firstWaitMs = 20;
const longestWaitMs = 1500;

/**
 * Makes a change and writes it into the audit log, in one transaction. Where another row took the
 * place in the chain meanwhile, all of it is done again behind that row.
 * @returns what the change's statements answered
 * @throws busy where too many write at once
 */
export async function record(
  db: Database,
  { facts, now, change, onlyIfChanged = false, after = [] }: Recorded,
): Promise<D1Result[]> {
  for (let attempt = 1; ; attempt++) {
    const rows = await chain(db, facts, now);
    const statements = [...change, insertAuditRows(db, rows, onlyIfChanged), ...after];
    try {
      const answers = await db.batch(statements as [Statement, ...Statement[]]);
      return (answers as unknown as D1Result[]).slice(0, change.length);
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (attempt >= attempts) throw busy();
      const upToMs = Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
      await scheduler.wait(Math.random() * upToMs);
    }
  }
}

/** Who did it, as which, in which district. */
export function byWhom(
  me: SignedIn,
  districtId = me.district.id,
): Pick<AuditFact, "districtId" | "personId" | "roles"> {
  const held = me.roles.filter((given) => given.districtId === districtId);
  return { districtId, personId: me.person.id, roles: held.map(({ role }) => role) };
}

async function chain(db: Database, facts: readonly AuditFact[], now: number): Promise<AuditRow[]> {
  const [first] = facts;
  if (first === undefined) throw new Error("a change without a fact");
  const rows: AuditRow[] = [];
  let head = await findChainHead(db, first.districtId);
  for (const fact of facts) {
    if (fact.districtId !== first.districtId) throw new Error("facts of two districts");
    const row = {
      districtId: fact.districtId,
      seq: head.seq + 1,
      at: now,
      personId: fact.personId,
      roles: fact.roles.join(","),
      action: fact.action,
      subjectKind: fact.subjectKind,
      subjectId: fact.subjectId,
      forumId: fact.forumId ?? null,
      details: JSON.stringify(detailsOf(fact)),
      previousHash: head.hash,
    };
    const hashed: AuditRow = { ...row, hash: await hashToken(chainText(row)) };
    rows.push(hashed);
    head = hashed;
  }
  return rows;
}

/**
 * In an unnamed case a reader is told everything of a row but who it was. The hash covers that too,
 * and people are few enough to try them all: hence the salt, which those readers are not told.
 */
function detailsOf({ subjectKind, details = {} }: AuditFact): AuditFact["details"] {
  return subjectKind === "document" ? { ...details, [saltKey]: newToken() } : details;
}

function isTaken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: audit_log\./.test(cause.message)) return true;
  }
  return false;
}
