import type { Period } from "../../domain/evidence/period.ts";
import { selectLetterhead } from "../db/attendance.ts";
import { selectIndicators } from "../db/evidence-indicators.ts";
import { selectForumsToName } from "../db/evidence-proofs.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { countAll, withOpenSources } from "./evidence-numbers.ts";
import { readProofs } from "./evidence-proofs.ts";
import { type EvidenceReader, requireEvidence } from "./evidence-reader.ts";
import { readStageList } from "./program-stages.ts";
import { byWhom, record } from "./record.ts";

/** The indicators with what proves them. @throws notFound */
export async function readEvidence(env: Env, me: SignedIn) {
  const reader = requireEvidence(me);
  const { districtId, mayEdit } = reader;
  const { indicators, removed } = await readIndicators(env, reader);
  return {
    indicators,
    removed: mayEdit ? removed : [],
    mayEdit,
    /** Whether this deployment has a store for files. */
    keepsFiles: env.FILES !== undefined,
    forums: mayEdit ? await selectForumsToName(openDatabase(env), districtId) : [],
  };
}

/** Everything that the pack holds but the bytes of its files; that it was taken is recorded. */
export async function exportEvidence(env: Env, me: SignedIn, period: Period, now: number) {
  const reader = requireEvidence(me);
  const { districtId } = reader;
  const counted = await countAll(env, me, reader, period);
  const numbers = await withOpenSources(env, me, reader, counted);
  const { indicators } = await readIndicators(env, reader);
  const [letterhead] = await selectLetterhead(openDatabase(env), districtId);
  const stages = await readStageList(env, reader);
  await record(openDatabase(env), {
    facts: [
      {
        ...byWhom(me, districtId),
        action: "exported",
        subjectKind: "district",
        subjectId: districtId,
        details: { what: "evidence", ...period },
      },
    ],
    now,
    change: [],
  });
  return {
    district: letterhead?.district ?? "",
    period,
    exportedAt: now,
    indicators,
    numbers,
    stages,
  };
}

async function readIndicators(env: Env, reader: EvidenceReader) {
  const rows = await selectIndicators(openDatabase(env), reader.districtId);
  const { proofs, files } = await readProofs(env, reader, "indicator");
  const indicators = rows
    .filter(({ removedAt }) => removedAt === null)
    .map(({ districtId: _d, position: _p, removedAt: _r, ...indicator }) => ({
      ...indicator,
      proofs: proofs.filter(({ subjectId }) => subjectId === indicator.id),
      files: files.filter(({ subjectId }) => subjectId === indicator.id),
    }));
  const removed = rows
    .filter(({ removedAt }) => removedAt !== null)
    .map(({ id, number, name }) => ({ id, number, name }));
  return { indicators, removed };
}
