import { type ProgramStage, programStages } from "../../domain/evidence/evidence-lists.ts";
import { areInOrder, type StageDays, stageState } from "../../domain/evidence/stage-state.ts";
import { can } from "../../domain/permissions.ts";
import { stageDaysNotInOrder } from "../../domain/refusals/evidence.ts";
import { dayInWib } from "../../domain/wib.ts";
import { selectForumsToName } from "../db/evidence-proofs.ts";
import { openDatabase } from "../db/open.ts";
import { replaceStageDays, selectStageDays } from "../db/program-stages.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { districtActor } from "./actor.ts";
import { recordEvidence } from "./evidence-changes.ts";
import { readProofs } from "./evidence-proofs.ts";
import { requireEditor } from "./evidence-reader.ts";

const fieldNames = ["plannedOn", "begunOn", "doneOn"] as const;
const noDays: StageDays = { plannedOn: null, begunOn: null, doneOn: null };

/**
 * The programme's stages in the person's own district: their days for everybody, what proves them for
 * whoever reads the evidence.
 */
export async function readStages(env: Env, me: SignedIn, now: number) {
  const actor = districtActor(me);
  const districtId = me.district.id;
  const mayEdit = can(actor, "evidence.edit");
  const readsEvidence = can(actor, "evidence.read");
  const stages = await readStageList(env, { districtId, mayEdit });
  const today = dayInWib(now);
  return {
    stages: stages.map(({ proofs, files, ...stage }) => ({
      ...{ ...stage, state: stageState(stage, today) },
      evidence: readsEvidence ? { proofs, files } : null,
    })),
    mayEdit,
    keepsFiles: env.FILES !== undefined,
    forums: mayEdit ? await selectForumsToName(openDatabase(env), districtId) : [],
  };
}

/** @throws notFound, notAllowed, stageDaysNotInOrder, changedMeanwhile */
export async function changeStage(
  env: Env,
  me: SignedIn,
  { stage, days, basedOn }: { stage: ProgramStage; days: StageDays; basedOn: StageDays },
  now: number,
): Promise<void> {
  const { districtId } = requireEditor(me);
  if (!areInOrder(days)) throw stageDaysNotInOrder();
  const fields = fieldNames
    .filter((field) => days[field] !== basedOn[field])
    .map((field) => ({ field, from: basedOn[field] ?? "", to: days[field] ?? "" }));
  if (fields.length === 0) return;
  await recordEvidence(env, me, {
    place: { districtId, subjectKind: "stage", subjectId: stage },
    fields,
    change: replaceStageDays(openDatabase(env), districtId, stage, basedOn, days),
    now,
  });
}

/** All five, in their order, with what proves them. */
export async function readStageList(env: Env, reader: { districtId: string; mayEdit: boolean }) {
  const known = await selectStageDays(openDatabase(env), reader.districtId);
  const { proofs, files } = await readProofs(env, reader, "stage");
  return programStages.map((stage) => ({
    ...noDays,
    ...known.find((each) => each.stage === stage),
    stage,
    proofs: proofs.filter(({ subjectId }) => subjectId === stage),
    files: files.filter(({ subjectId }) => subjectId === stage),
  }));
}
