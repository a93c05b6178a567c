import type { AuditFact } from "../../domain/audit.ts";
import type { EvidenceField, EvidenceSubject } from "../../domain/evidence/evidence-lists.ts";
import { changedMeanwhile } from "../../domain/refusals.ts";
import { type EvidencePlace, insertChanges, selectChanges } from "../db/evidence-proofs.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireEvidence } from "./evidence-reader.ts";
import { byWhom, record } from "./record.ts";

/** What one field was and became, as words or codes; empty where it was nothing. */
export interface Changed {
  field: EvidenceField;
  from?: string;
  to?: string;
}

interface Recorded {
  place: EvidencePlace;
  fields: readonly Changed[];
  /** In place of what says that the thing itself changed. */
  fact?: Pick<AuditFact, "action" | "subjectKind" | "subjectId" | "details">;
  change: Parameters<typeof record>[1]["change"][number];
  now: number;
}

/**
 * Makes a change of the evidence, with who made it: in the log as codes, in its history with words.
 * @throws changedMeanwhile where the change touched nothing
 */
export async function recordEvidence(env: Env, me: SignedIn, recorded: Recorded): Promise<void> {
  const { place, fields, change, now } = recorded;
  const db = openDatabase(env);
  const rows = fields.map(({ field, from = "", to = "" }) => ({
    ...{ ...place, id: crypto.randomUUID(), personId: me.person.id, at: now, field },
    ...{ fromText: from, toText: to },
  }));
  const [changed] = await record(db, {
    facts: [{ ...byWhom(me, place.districtId), ...(recorded.fact ?? factOf(place, fields)) }],
    now,
    change: [change, insertChanges(db, rows)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

/** The newest first, of one indicator or stage or of them all. @throws notFound */
export async function readEvidenceChanges(
  env: Env,
  me: SignedIn,
  thing: { subjectKind: EvidenceSubject; subjectId: string } | null,
) {
  const { districtId } = requireEvidence(me);
  return { changes: await selectChanges(openDatabase(env), districtId, thing) };
}

function factOf({ subjectKind, subjectId }: EvidencePlace, fields: readonly Changed[]) {
  const action: AuditFact["action"] = subjectKind === "stage" ? "stageChanged" : "evidenceChanged";
  const details = { fields: fields.map(({ field }) => field).join(",") };
  return { action, subjectKind, subjectId, details };
}
