import {
  type EvidenceSubject,
  maxProofs,
  type ProgramStage,
  type ProofKind,
  programStages,
} from "../../domain/evidence/evidence-lists.ts";
import { proofLinkNotSafe, tooManyProofs } from "../../domain/refusals/evidence.ts";
import { tooManyFiles } from "../../domain/refusals/files.ts";
import { invalidField, notFound } from "../../domain/refusals.ts";
import { findIndicator } from "../db/evidence-indicators.ts";
import {
  type EvidencePlace,
  findEvidenceFile,
  findEvidenceMaker,
  findProof,
  insertEvidenceFile,
  insertProof,
  removeEvidenceFile,
  removeProof,
  selectEvidenceFiles,
  selectForumsToName,
  selectProofs,
} from "../db/evidence-proofs.ts";
import { evidenceFiles, evidenceProofs } from "../db/evidence-schema.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { recordEvidence } from "./evidence-changes.ts";
import { requireEditor, requireEvidence } from "./evidence-reader.ts";
import {
  checkGivenFile,
  filesAtOnce,
  type GivenFile,
  keepFile,
  requireStore,
} from "./given-file.ts";
import { makeOnce, ownerIs } from "./make-once.ts";

type Subject = Omit<EvidencePlace, "districtId">;

interface NewProof extends Subject {
  id: string;
  kind: ProofKind;
  forumId?: string | undefined;
  url?: string | undefined;
  words: string;
}

/** A forum, an address or words beside an indicator or stage. @throws notFound, notAllowed, invalidField */
export async function addProof(env: Env, me: SignedIn, proof: NewProof, now: number) {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const { id, subjectKind, subjectId, kind, words } = proof;
  const place = await requirePlace(db, { districtId, subjectKind, subjectId });
  const ownerOf = async () =>
    ownerIs(await findEvidenceMaker(db, evidenceProofs, id, place), me.person.id);
  await makeOnce(ownerOf, async () => {
    const others = await selectProofs(db, districtId, subjectKind);
    if (others.filter((each) => each.subjectId === subjectId).length >= maxProofs) {
      throw tooManyProofs(maxProofs);
    }
    const content = await contentOf(db, districtId, proof);
    const row = { ...place, id, kind, words, addedByPersonId: me.person.id, createdAt: now };
    await recordEvidence(env, me, {
      place,
      fields: [{ field: "proofAdded", to: content.shown }],
      change: insertProof(db, { ...row, forumId: content.forumId, url: content.url }),
      now,
    });
  });
  return { proofId: id };
}

/** @throws notFound, notAllowed */
export async function takeProof(env: Env, me: SignedIn, proofId: string, now: number) {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const proof = await findProof(db, districtId, proofId);
  if (proof === null) throw notFound();
  const { subjectKind, subjectId, words, url } = proof;
  await recordEvidence(env, me, {
    place: { districtId, subjectKind, subjectId },
    fields: [{ field: "proofRemoved", from: words || url || "" }],
    change: removeProof(db, proofId, now),
    now,
  });
}

/** @throws notFound, notAllowed, filesUnavailable, file…, tooManyFiles */
export async function addEvidenceFile(
  env: Env,
  me: SignedIn,
  subject: Subject,
  given: GivenFile,
  now: number,
) {
  const { districtId } = requireEditor(me);
  const db = openDatabase(env);
  const place = await requirePlace(db, { ...subject, districtId });
  const store = requireStore(env);
  const { bytes, row: checked } = await checkGivenFile(given);
  const { id } = given;
  const { name, contentType, sizeBytes, sha256 } = checked;
  const row = { ...place, ...checked, id, addedByPersonId: me.person.id, createdAt: now };
  const ownerOf = async () =>
    ownerIs(await findEvidenceMaker(db, evidenceFiles, id, place), me.person.id);
  const write = () =>
    recordEvidence(env, me, {
      place,
      fields: [{ field: "fileAdded", to: name }],
      fact: {
        action: "fileAdded",
        ...{ subjectKind: "attachment", subjectId: id },
        details: { of: place.subjectKind, subject: place.subjectId, sha256 },
      },
      change: insertEvidenceFile(db, row),
      now,
    });
  await makeOnce(ownerOf, async () => {
    const others = await selectEvidenceFiles(db, districtId, subject.subjectKind);
    if (others.filter(({ subjectId }) => subjectId === subject.subjectId).length >= filesAtOnce) {
      throw tooManyFiles(filesAtOnce);
    }
    await keepFile(store, { id, sha256, bytes }, write);
  });
  return { id, name, contentType, sizeBytes };
}

/** The file's row, for whoever reads the evidence. @throws notFound */
export async function readEvidenceFile(env: Env, me: SignedIn, fileId: string) {
  const { districtId } = requireEvidence(me);
  const row = await findEvidenceFile(openDatabase(env), districtId, fileId);
  if (row === null) throw notFound();
  return row;
}

/** @throws notFound, notAllowed */
export async function takeEvidenceFile(env: Env, me: SignedIn, fileId: string, now: number) {
  const { id, name, ...row } = await readEvidenceFile(env, me, fileId);
  const { districtId } = requireEditor(me);
  const { subjectKind, subjectId } = row;
  const db = openDatabase(env);
  await recordEvidence(env, me, {
    place: { districtId, subjectKind, subjectId },
    fields: [{ field: "fileRemoved", from: name }],
    fact: {
      action: "fileRemoved",
      ...{ subjectKind: "attachment", subjectId: id },
      details: { of: subjectKind, subject: subjectId },
    },
    change: removeEvidenceFile(db, id, now),
    now,
  });
  // The row says that it is gone, whatever becomes of the object.
  await env.FILES?.delete(id).catch(logBug);
}

/** Of all subjects of a kind, as pages and the pack show it. */
export async function readProofs(
  env: Env,
  { districtId, mayEdit }: { districtId: string; mayEdit: boolean },
  subjectKind: EvidenceSubject,
) {
  const db = openDatabase(env);
  const [proofs, files] = await Promise.all([
    selectProofs(db, districtId, subjectKind),
    selectEvidenceFiles(db, districtId, subjectKind),
  ]);
  return { proofs, files: files.map((file) => ({ ...file, mayRemove: mayEdit })) };
}

async function requirePlace(db: Database, place: EvidencePlace): Promise<EvidencePlace> {
  if (place.subjectKind === "stage") {
    if (!programStages.includes(place.subjectId as ProgramStage)) throw notFound();
    return place;
  }
  const indicator = await findIndicator(db, place.districtId, place.subjectId);
  if (indicator === null || indicator.removedAt !== null) throw notFound();
  return place;
}

async function contentOf(db: Database, districtId: string, proof: NewProof) {
  const { kind, words } = proof;
  switch (kind) {
    case "forum": {
      const named = await selectForumsToName(db, districtId);
      const forum = named.find(({ id }) => id === proof.forumId);
      if (forum === undefined) throw invalidField("forumId");
      return { forumId: forum.id, url: null, shown: words || forum.title };
    }
    case "link": {
      const url = requireSafeLink(proof.url ?? "");
      return { forumId: null, url, shown: words || url };
    }
    case "words":
      if (words === "") throw invalidField("words");
      return { forumId: null, url: null, shown: words };
  }
}

/** Others open it: a plain address on the web, or a page of this product. @throws proofLinkNotSafe */
function requireSafeLink(given: string): string {
  if (/^\/(?![/\\])[^\s\\]*$/.test(given)) return given;
  const url = URL.canParse(given) ? new URL(given) : null;
  const isPlain = url !== null && url.username === "" && url.password === "";
  if (!isPlain || url.protocol !== "https:") throw proofLinkNotSafe();
  return url.href;
}
