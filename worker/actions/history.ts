import { can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { momentOutside } from "../../domain/refusals/history.ts";
import type { DocumentKind, DocumentStatus } from "../../domain/statuses.ts";
import type {
  ComparedNode,
  Comparison,
  HistoryHead,
  Origin,
  Stretch,
} from "../../party/history/history-view.ts";
import type { Author } from "../../party/log/page-codec.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import { findDocument } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { type HistoryReader, type ShownAuthor, shownAuthor } from "./history-authors.ts";
import { ThreadNames } from "./thread-names.ts";

export interface HistoryPage {
  document: {
    id: string;
    title: string;
    kind: DocumentKind;
    status: DocumentStatus;
    isUnnamed: boolean;
  };
  forum: { id: string; title: string };
  /** Null for a document in which nobody has been. */
  head: HistoryHead | null;
  /** Everybody who ever changed it, as this reader may know them. */
  authors: ShownAuthor[];
  mayRestore: boolean;
  seesPeople: boolean;
}

export type ShownStretch = Omit<Stretch, "author"> & { author: ShownAuthor };
export type ShownOrigin = Omit<Origin, "author"> & { author: ShownAuthor };
export type ShownComparison = Omit<Comparison, "origins"> & {
  origins: ShownOrigin[];
  content: ComparedNode[];
};

/** What of the timeline is asked for; null or left out asks for all. */
export interface TimelineQuery {
  /** Stretches that began before this place. */
  before?: number | undefined;
  /** A `ShownAuthor`'s key. */
  author?: string | undefined;
  sectionId?: string | undefined;
  /** YYYY-MM-DD, in WIB */
  day?: string | undefined;
  /** Stretches that touched a block in which these words stand or stood. */
  words?: string | undefined;
}

/** So many rows are more than a screen and less than a wait. */
const stretchesAtOnce = 100;

/** @throws notFound, notAllowed */
export async function readHistory(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<HistoryPage> {
  const { document, forum, actor, reader, room, namesOf } = await open(env, me, documentId);
  const [head, authors] = await Promise.all([room.head(), room.authors()]);
  const names = await namesOf(authors);
  const { id, title, kind, status, isUnnamed } = document;
  const shown = authors.map((author) => shownAuthor(names, reader, author));
  return {
    document: { id, title, kind, status, isUnnamed },
    forum: { id: forum.id, title: forum.title },
    head,
    authors: [...new Map(shown.map((author) => [author.key, author])).values()],
    mayRestore: can(actor, "version.restore", document),
    seesPeople: reader.seesPeople,
  };
}

/** The timeline's stretches, newest first. @throws notFound, notAllowed */
export async function readStretches(
  env: Env,
  me: SignedIn,
  documentId: string,
  { author, before, ...query }: TimelineQuery,
): Promise<{ stretches: ShownStretch[]; next: number | null }> {
  const { reader, room, namesOf } = await open(env, me, documentId);
  const authors = await room.authors();
  const names = await namesOf(authors);
  const found = await room.stretches({
    ...query,
    before,
    limit: stretchesAtOnce,
    authors:
      author === undefined
        ? undefined
        : authors.filter((each) => shownAuthor(names, reader, each).key === author),
  });
  return {
    next: found.next,
    stretches: found.stretches.map((stretch) => ({
      ...stretch,
      author: shownAuthor(names, reader, stretch.author),
    })),
  };
}

/** Two moments laid over each other; the same twice is that moment alone. @throws notFound, notAllowed, momentOutside */
export async function compareMoments(
  env: Env,
  me: SignedIn,
  documentId: string,
  { from, to }: { from: number; to: number },
): Promise<ShownComparison> {
  const { reader, room, namesOf } = await open(env, me, documentId);
  const compared = await room.compare(from, to);
  if (compared === null) throw momentOutside();
  // Written by the review room alone.
  const comparison = JSON.parse(compared) as Comparison;
  const names = await namesOf(comparison.origins.map((origin) => origin.author));
  return {
    ...comparison,
    origins: comparison.origins.map((origin) => ({
      ...origin,
      author: shownAuthor(names, reader, origin.author),
    })),
  };
}

/**
 * The document's past, for whoever may see who did what in it: the whole record, whatever day they
 * were invited.
 */
async function open(env: Env, me: SignedIn, documentId: string) {
  const db = openDatabase(env);
  const found = await findDocument(db, documentId, me.person.id);
  if (found === null) throw notFound();
  const { document, forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "document.see", document)) throw notFound();
  const seesPeople = can(actor, "history.names", document);
  if (!seesPeople && !can(actor, "history.villages", document)) throw notAllowed();
  const reader: HistoryReader = { unmasks: unmasks(actor, document), seesPeople };
  return {
    document,
    forum,
    actor,
    reader,
    room: env.REVIEW_ROOM.getByName(document.id),
    namesOf: (authors: readonly Author[]) =>
      ThreadNames.load(env, db, found, [...new Set(authors.map(({ personId }) => personId))]),
  };
}
