import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { wordsIn } from "../../domain/document/words-in.ts";
import { can } from "../../domain/permissions.ts";
import { publicSections } from "../../domain/publication/clean-words.ts";
import { contentOf } from "../../domain/publication/content-of.ts";
import { cover, type Finding } from "../../domain/publication/cover.ts";
import { nameFinder } from "../../domain/publication/personal-data.ts";
import type {
  PublicChoice,
  PublicContent,
  PublicKind,
} from "../../domain/publication/public-content.ts";
import {
  nothingToPublish,
  notPublishable,
  previewChanged,
  publicationTooLong,
} from "../../domain/refusals/publication.ts";
import { changedMeanwhile, notAllowed, statusMovedOn } from "../../domain/refusals.ts";
import { updateDocumentStatus } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import {
  findPublication,
  findRemovals,
  isUnremoved,
  publishedStatement,
  publishStatements,
  selectDistrictVillages,
  selectKnownNames,
  withdrawStatement,
} from "../db/publications.ts";
import { documents } from "../db/schema.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { takeStep } from "./document-step.ts";
import { noteVersion } from "./note-versions.ts";
import { type PublicationSubjectSeen, seeSubject } from "./publication-subjects.ts";
import { byWhom, record } from "./record.ts";
import { hashToken } from "./tokens.ts";

/** How a thing stands before the public, for whoever sees the thing. */
export interface PublicationState {
  /** Null where it was never published. */
  edition: number | null;
  /** Whether everybody can read it now. */
  isOut: boolean;
  publishedAt: number | null;
  withdrawnAt: number | null;
  may: { publish: boolean; withdraw: boolean };
}

export interface PublicationPreview {
  /** What publishing names, so that nothing else is published than what was shown. */
  digest: string;
  /** As it becomes public, its findings marked. */
  content: PublicContent;
  findings: Finding[];
  /** All sections that may be chosen, with how many words each has. */
  parts: { id: string; kind: string; words: number }[];
  /** Whether villages may be named at all. */
  mayNameVillages: boolean;
}

/** D1 takes 2,000,000 bytes a row, and a redaction sends the words before and after at once. */
const maxContentBytes = 400_000;

/** @throws notFound */
export async function readPublication(
  env: Env,
  me: SignedIn,
  kind: PublicKind,
  subjectId: string,
): Promise<PublicationState> {
  const seen = await seeSubject(env, me, kind, subjectId);
  const last = await findPublication(openDatabase(env), { kind, subjectId });
  const isKept = last !== null && last.withdrawnAt === null && last.content !== null;
  const isOut = isKept && seen.isReady;
  const mayPublish = can(seen.actor, "publication.make");
  return {
    ...{ edition: last?.edition ?? null, isOut },
    publishedAt: last?.publishedAt ?? null,
    withdrawnAt: last?.withdrawnAt ?? null,
    may: { publish: mayPublish && seen.isReady, withdraw: mayPublish && isOut },
  };
}

/** @throws notFound, notAllowed, notPublishable */
export async function previewPublication(
  env: Env,
  me: SignedIn,
  { kind, subjectId, ...choice }: Order,
): Promise<PublicationPreview> {
  const seen = await requireSubject(env, me, kind, subjectId);
  const { marked, findings, digest, source } = await build(env, seen, choice);
  return {
    ...{ digest, content: marked, findings },
    parts: publicSections(source.reading).map((section) => ({
      id: String(section.attrs?.id),
      kind: String(section.attrs?.kind),
      words: wordsIn(section).split(/\s+/).filter(Boolean).length,
    })),
    mayNameVillages: !seen.isUnnamed,
  };
}

interface Order extends PublicChoice {
  kind: PublicKind;
  subjectId: string;
}

/**
 * Puts exactly what was previewed before the public, as a new edition. The same order again is done
 * already.
 * @throws notFound, notAllowed, notPublishable, previewChanged, nothingToPublish, changedMeanwhile
 */
export async function publish(
  env: Env,
  me: SignedIn,
  { id, digest, kind, subjectId, ...choice }: Order & { id: string; digest: string },
  now: number,
): Promise<void> {
  const seen = await requireSubject(env, me, kind, subjectId);
  const db = openDatabase(env);
  const last = await findPublication(db, { kind, subjectId });
  if (last?.id === id) return;
  const { documentId, forumId, districtId, moved } = seen;
  const removals = documentId === null ? null : await findRemovals(db, documentId);
  if (removals?.isUnderWay) throw previewChanged();
  const built = await build(env, seen, choice);
  if (built.digest !== digest) throw previewChanged();
  if (built.content.words.content?.length === 0) throw nothingToPublish();
  const content = JSON.stringify(built.content);
  if (new TextEncoder().encode(content).byteLength > maxContentBytes) throw publicationTooLong();
  const edition = (last?.edition ?? 0) + 1;
  const isStill = moved
    ? sql`exists (select 1 from ${documents} as held where held.id = ${subjectId}
        and held.status = ${moved.document.status})`
    : sql`1`;
  const isClean = documentId && removals ? isUnremoved(documentId, removals.done) : sql`1`;
  const change: BatchItem<"sqlite">[] = [
    ...publishStatements(
      db,
      {
        ...{ id, districtId, kind, subjectId, documentId, forumId, edition, digest, content },
        ...{ place: built.source.place, publishedByPersonId: me.person.id, publishedAt: now },
        ...{ withdrawnAt: null, withdrawnByPersonId: null },
      },
      sql`${isStill} and ${isClean}`,
    ),
  ];
  if (moved?.document.status === "signed") {
    const step = [...change, publishedStatement(db, subjectId, id)];
    await takeStep(env, me, moved, { to: "published", change: step, details: { edition } }, now);
    const noted = { documentId: subjectId, kind: "status", name: "published" } as const;
    await noteVersion(env, { ...noted, personId: me.person.id });
    return;
  }
  const answers = await record(db, {
    facts: [factOf(me, seen, "published", { edition, digest })],
    now,
    change,
    onlyIfChanged: true,
  });
  if (!answers.at(-1)?.meta.changes) throw changedMeanwhile();
}

/**
 * Takes it back: its page says so from now on. A signature stands.
 * @throws notFound, notAllowed, statusMovedOn
 */
export async function withdrawPublication(
  env: Env,
  me: SignedIn,
  kind: PublicKind,
  subjectId: string,
  now: number,
): Promise<void> {
  const seen = await seeSubject(env, me, kind, subjectId);
  if (!can(seen.actor, "publication.make")) throw notAllowed();
  const db = openDatabase(env);
  const by = { withdrawnAt: now, withdrawnByPersonId: me.person.id };
  const withdrawal = withdrawStatement(db, { kind, subjectId }, by);
  const { moved } = seen;
  if (moved) {
    if (moved.document.status !== "published") throw statusMovedOn();
    const change = [withdrawal, updateDocumentStatus(db, subjectId, "published", "signed")];
    await takeStep(env, me, moved, { to: "signed", change }, now);
    const noted = { documentId: subjectId, kind: "status", name: "signed" } as const;
    await noteVersion(env, { ...noted, personId: me.person.id });
    return;
  }
  const [withdrawn] = await record(db, {
    facts: [factOf(me, seen, "publicationWithdrawn", {})],
    now,
    change: [withdrawal],
    onlyIfChanged: true,
  });
  if (!withdrawn?.meta.changes) throw statusMovedOn();
}

async function requireSubject(env: Env, me: SignedIn, kind: PublicKind, subjectId: string) {
  const seen = await seeSubject(env, me, kind, subjectId);
  if (!can(seen.actor, "publication.make")) throw notAllowed();
  if (!seen.isReady) throw notPublishable();
  return seen;
}

async function build(env: Env, seen: PublicationSubjectSeen, choice: PublicChoice) {
  const db = openDatabase(env);
  const [source, known, people] = await Promise.all([
    seen.read(),
    selectDistrictVillages(db, seen.districtId),
    selectKnownNames(db, seen.districtId, seen.forumId),
  ]);
  const namesVillages = choice.namesVillages && !seen.isUnnamed;
  const { place: _, ...whole } = source;
  const covered = cover(contentOf(whole, { ...choice, namesVillages }, known), {
    names: nameFinder(people.map(({ name }) => name)),
    villages: namesVillages ? null : known.map(({ name }) => name),
    shown: choice.shown,
  });
  return { ...covered, source, digest: await hashToken(canonicalJson(covered.content)) };
}

function factOf(
  me: SignedIn,
  { kind, subjectId, districtId, forumId, actor }: PublicationSubjectSeen,
  action: "published" | "publicationWithdrawn",
  details: Record<string, string | number>,
) {
  return {
    ...byWhom(me, districtId),
    roles: actor.roles,
    action,
    subjectKind: kind === "practice" ? "practice" : "document",
    subjectId,
    forumId,
    details: { ...details, kind },
  } as const;
}
