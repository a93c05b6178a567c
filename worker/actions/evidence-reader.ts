import { type Actor, can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf, districtsOf } from "./actor.ts";

export interface EvidenceReader {
  actor: Actor;
  districtId: string;
  mayEdit: boolean;
}

/**
 * In the own district, or for guests in the first that lets them read.
 * @throws notFound for whoever may read the evidence of none
 */
export function requireEvidence(me: SignedIn): EvidenceReader {
  for (const districtId of [me.district.id, ...districtsOf(me)]) {
    const actor = actorOf(me, { districtId, inspectorateSees: false }, []);
    if (can(actor, "evidence.read")) {
      return { actor, districtId, mayEdit: can(actor, "evidence.edit") };
    }
  }
  throw notFound();
}

/** @throws notFound, notAllowed for who reads it alone */
export function requireEditor(me: SignedIn): EvidenceReader {
  const reader = requireEvidence(me);
  if (!reader.mayEdit) throw notAllowed();
  return reader;
}
