import { type FollowUpWords, readFollowUp } from "../../domain/document/follow-up-words.ts";
import {
  findProjection,
  type ProjectedAgreement,
  writeProjection,
} from "../../worker/db/register-projection.ts";

/** What a document promises and cites, as its room reads it, in the order in which it stands there. */
export interface Promises {
  agreements: readonly ProjectedAgreement[];
  followUps: readonly (FollowUpWords & { nodeId: string })[];
  /** The regulations that its words cite. */
  citations: readonly string[];
}

/**
 * Brings the register to what stands in a document at this place of its log. In a case that does not
 * name its village no follow-up does.
 * @throws what the database throws; nothing of it is written then
 */
export async function projectRegister(
  d1: D1Database,
  { documentId, place, now }: { documentId: string; place: number; now: number },
  { agreements, followUps, citations }: Promises,
): Promise<void> {
  const known = await findProjection(d1, documentId);
  if (known === null || known.projectedPlace > place) return;
  const named = known.isUnnamed ? [] : known.villages;
  await writeProjection(
    d1,
    { documentId, place, now },
    {
      agreements,
      citations,
      followUps: followUps.map(({ nodeId, ...words }) => ({
        nodeId,
        ...readFollowUp(words, named),
      })),
    },
  );
}

/** Whether changes up to this place of the document's log are not in the register yet. */
export async function registerIsBehind(
  d1: D1Database,
  documentId: string,
  place: number,
): Promise<boolean> {
  const known = await findProjection(d1, documentId);
  return known !== null && known.projectedPlace < place;
}
