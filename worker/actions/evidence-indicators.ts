import { type EvidenceField, maxIndicators } from "../../domain/evidence/evidence-lists.ts";
import { tooManyIndicators } from "../../domain/refusals/evidence.ts";
import { invalidField, notFound } from "../../domain/refusals.ts";
import {
  findIndicator,
  type IndicatorChanges,
  type IndicatorFields,
  insertIndicator,
  moveIndicator,
  orderIndicators,
  selectIndicators,
  updateIndicator,
} from "../db/evidence-indicators.ts";
import { type EvidencePlace, findIndicatorMaker } from "../db/evidence-proofs.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { isSameSet } from "./agenda.ts";
import { type Changed, recordEvidence } from "./evidence-changes.ts";
import { requireEditor } from "./evidence-reader.ts";
import { makeOnce, ownerIs } from "./make-once.ts";

/** @throws notFound, notAllowed, tooManyIndicators */
export async function addIndicator(
  env: Env,
  me: SignedIn,
  { id, ...fields }: IndicatorFields & { id: string },
  now: number,
): Promise<{ indicatorId: string }> {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const ownerOf = async () => ownerIs(await findIndicatorMaker(db, districtId, id), me.person.id);
  await makeOnce(ownerOf, async () => {
    const others = await selectIndicators(db, districtId);
    if (others.length >= maxIndicators) throw tooManyIndicators(maxIndicators);
    await recordEvidence(env, me, {
      place: placeOf(districtId, id),
      fields: [{ field: "added", to: fields.name }],
      change: insertIndicator(db, { ...fields, id, districtId }),
      now,
    });
  });
  return { indicatorId: id };
}

/** @throws changedMeanwhile where a field is not as the sender saw it, notFound for a removed one */
export async function changeIndicator(
  env: Env,
  me: SignedIn,
  order: { indicatorId: string; changes: IndicatorChanges; basedOn: IndicatorChanges },
  now: number,
): Promise<void> {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const { indicatorId: id, changes, basedOn } = order;
  const current = await findIndicator(db, districtId, id);
  if (current === null || current.removedAt !== null) throw notFound();
  const fields = differencesOf(changes, basedOn);
  if (fields.length === 0) return;
  await recordEvidence(env, me, {
    place: placeOf(districtId, id),
    fields,
    change: updateIndicator(db, { districtId, id }, changes, basedOn),
    now,
  });
}

/** Takes one off the list, or puts it back at its end; its evidence stays. @throws notFound, notAllowed */
export async function moveIndicatorOffList(
  env: Env,
  me: SignedIn,
  { indicatorId: id, isOff }: { indicatorId: string; isOff: boolean },
  now: number,
): Promise<void> {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const current = await findIndicator(db, districtId, id);
  if (current === null) throw notFound();
  // Also for an answer that was lost on its way: the same once more changes nothing.
  if ((current.removedAt !== null) === isOff) return;
  await recordEvidence(env, me, {
    place: placeOf(districtId, id),
    fields: [{ field: isOff ? "removed" : "restored", to: current.name }],
    change: moveIndicator(db, { districtId, id }, isOff ? now : null),
    now,
  });
}

/** @throws changedMeanwhile where somebody else added, removed or moved one first */
export async function orderIndicatorList(
  env: Env,
  me: SignedIn,
  { ids, basedOn }: { ids: readonly string[]; basedOn: readonly string[] },
  now: number,
): Promise<void> {
  const { districtId } = requireEditor(me);
  const [first] = ids;
  if (first === undefined || !isSameSet(ids, basedOn)) throw invalidField("ids");
  await recordEvidence(env, me, {
    // Of the one that was moved: the first that stands elsewhere than before.
    place: placeOf(districtId, ids.find((id, place) => basedOn[place] !== id) ?? first),
    fields: [{ field: "order" }],
    change: orderIndicators(openDatabase(env), districtId, ids, basedOn),
    now,
  });
}

function placeOf(districtId: string, subjectId: string): EvidencePlace {
  return { districtId, subjectKind: "indicator", subjectId };
}

function differencesOf(changes: IndicatorChanges, basedOn: IndicatorChanges): Changed[] {
  const names = Object.keys(changes) as (keyof IndicatorFields & EvidenceField)[];
  return names
    .filter((name) => changes[name] !== basedOn[name])
    .map((name) => ({ field: name, from: `${basedOn[name] ?? ""}`, to: `${changes[name] ?? ""}` }));
}
