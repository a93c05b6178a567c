import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { type Actor, can } from "../../domain/permissions.ts";
import type { PublicSource } from "../../domain/publication/content-of.ts";
import { plainSections } from "../../domain/publication/plain-sections.ts";
import type { PublicKind } from "../../domain/publication/public-content.ts";
import { notFound } from "../../domain/refusals.ts";
import { dayInWib } from "../../domain/wib.ts";
import { selectVillagesAround } from "../db/forum-villages.ts";
import { selectAgenda } from "../db/forums.ts";
import { findModule } from "../db/modules.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { findOutcome, selectApplying } from "../db/outcomes.ts";
import { findPractice } from "../db/practices.ts";
import { selectAgreementsOfForum } from "../db/register.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectSignOff } from "../db/sign-offs.ts";
import { findCurrentSubmission } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import type { Moved } from "./document-step.ts";
import { enterDocument } from "./documents.ts";
import { placeNow } from "./place-now.ts";
import { programActor } from "./program-actor.ts";

/** A thing that may be put before the public, as the person who asks for it sees it. */
export interface PublicationSubjectSeen {
  kind: PublicKind;
  subjectId: string;
  districtId: string;
  documentId: string | null;
  forumId: string | null;
  actor: Actor;
  /** Whether it is far enough. */
  isReady: boolean;
  /** Its villages are never named. */
  isUnnamed: boolean;
  /** A document of a forum is moved on when it is published. */
  moved: Moved | null;
  read: () => Promise<PublicSource & { place: number | null }>;
}

/** @throws notFound, also for what may not be seen */
export async function seeSubject(
  env: Env,
  me: SignedIn,
  kind: PublicKind,
  subjectId: string,
): Promise<PublicationSubjectSeen> {
  switch (kind) {
    case "document":
    case "module":
      return seeDocument(env, me, kind, subjectId);
    case "outcome":
      return seeOutcome(env, me, subjectId);
    case "practice":
      return seePractice(env, me, subjectId);
  }
}

type Entered = Awaited<ReturnType<typeof enterDocument>>;

async function seeDocument(
  env: Env,
  me: SignedIn,
  kind: "document" | "module",
  id: string,
): Promise<PublicationSubjectSeen> {
  const entered = await enterDocument(env, me, id);
  const { document } = entered;
  const db = openDatabase(env);
  if ((document.kind === "module") !== (kind === "module")) throw notFound();
  const isReady =
    kind === "module"
      ? (await findModule(db, id))?.status === "published"
      : document.status === "signed" || document.status === "published";
  return {
    ...subjectOf(kind, entered),
    isReady,
    moved: kind === "module" ? null : entered,
    read: async () => {
      const place = await placeNow(env, id);
      // Written by `readingOf` alone.
      const reading = JSON.parse(await env.DOCUMENT_ROOM.getByName(id).reading()) as ReadingNode;
      return {
        ...(await headOf(db, entered)),
        signed: kind === "module" ? null : await signatureOf(db, id),
        ...{ reading, place, villages: [] },
      };
    },
  };
}

async function seeOutcome(env: Env, me: SignedIn, id: string): Promise<PublicationSubjectSeen> {
  const entered = await enterDocument(env, me, id);
  const { document, forum, actor } = entered;
  const db = openDatabase(env);
  const outcome = await findOutcome(db, id);
  if (document.kind !== "case" || outcome === null) throw notFound();
  return {
    ...subjectOf("outcome", entered),
    isReady: document.status === "signed" || document.status === "published",
    moved: null,
    read: async () => {
      const applying = await selectApplying(db, [id]);
      const agreements = await selectAgreementsOfForum(db, forum.id);
      const agreement = agreements.find(
        (each) =>
          each.document.id === outcome.agreementDocumentId &&
          each.nodeId === outcome.agreementNodeId &&
          can(actor, "document.see", each.document),
      );
      return {
        ...(await headOf(db, entered)),
        signed: null,
        reading: plainSections([
          ["learnt", outcome.learnt],
          ["agreement", agreement?.text ?? ""],
          ["decision", outcome.decision],
          ["applying", applying.length === 0 ? "" : `${applying.length} desa`],
          ["result", outcome.result ?? ""],
        ]),
        place: null,
        villages: applying.map(({ village: { id: villageId, name } }) => ({ id: villageId, name })),
      };
    },
  };
}

async function seePractice(env: Env, me: SignedIn, id: string): Promise<PublicationSubjectSeen> {
  const actor = programActor(me);
  if (!can(actor, "sharing.see")) throw notFound();
  const found = await findPractice(openDatabase(env), me.district.id, id);
  if (found === null) throw notFound();
  const { practice, village } = found;
  return {
    ...{ kind: "practice", subjectId: id, documentId: null, forumId: null, actor },
    ...{ districtId: practice.districtId, isUnnamed: false, moved: null },
    isReady: practice.withdrawnAt === null,
    read: async () => ({
      title: practice.title,
      documentKind: null,
      theme: practice.theme,
      year: Number(dayInWib(practice.createdAt).slice(0, 4)),
      forum: null,
      signed: null,
      reading: plainSections([
        ["before", practice.situation],
        ["deed", practice.deed],
        ["cost", practice.cost],
        ["effect", practice.result],
        ["contact", practice.contactOffice],
      ]),
      laneNames: new Map(),
      villages: [{ id: village.id, name: village.name }],
      place: null,
    }),
  };
}

function subjectOf(kind: PublicKind, { document, forum, actor }: Entered) {
  return {
    ...{ kind, subjectId: document.id, documentId: document.id, actor },
    // A module's circle is no forum that has a page.
    forumId: document.kind === "module" ? null : forum.id,
    districtId: forum.districtId,
    isUnnamed: document.isUnnamed,
  };
}

async function headOf(db: Database, { document, forum }: Entered) {
  const { title, kind, theme, fiscalYear, isUnnamed } = document;
  const [around, agenda] = await Promise.all([
    selectVillagesAround(db, forum),
    selectAgenda(db, forum.id),
  ]);
  return {
    title,
    documentKind: kind,
    theme,
    year: fiscalYear,
    forum:
      kind === "module"
        ? null
        : {
            ...{ title: forum.title, startsAt: forum.startsAt, endsAt: forum.endsAt },
            ...{ place: forum.place, agenda: agenda.map((item) => item.title) },
          },
    laneNames: new Map(isUnnamed ? [] : around.map(({ id, name }) => [id, name] as const)),
  };
}

async function signatureOf(db: Database, documentId: string) {
  const submission = await findCurrentSubmission(db, documentId);
  const [signOff] = submission ? await selectSignOff(db, submission.id) : [];
  return signOff ? { fingerprint: signOff.fingerprint, at: signOff.at } : null;
}
