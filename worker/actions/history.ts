import { can } from "../../domain/permissions.ts";
import { momentOutside } from "../../domain/refusals/history.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { DocumentKind, DocumentStatus } from "../../domain/statuses.ts";
import type { ReadingProgress } from "../../party/history/history-source.ts";
import type {
  ComparedNode,
  Comparison,
  HistoryHead,
  HistorySection,
  Origin,
  Stretch,
  StretchQuery,
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
  /** How far a long record was read so far, which takes seconds the first time; then there is no head yet. */
  progress: ReadingProgress | null;
  /** Null for a document in which nobody has been. */
  head: Pick<HistoryHead, "last" | "firstAt" | "lastAt"> | null;
  sections: HistorySection[];
  /** Everybody who ever changed it, as this reader may know them. */
  authors: ShownAuthor[];
  mayRestore: boolean;
  seesPeople: boolean;
}

export type ShownStretch = Omit<Stretch, "author"> & { author: ShownAuthor };
/** An origin's `author` is a number among the authors, each of whom is named once. */
export type SentComparison = Omit<Comparison, "origins"> & {
  authors: ShownAuthor[];
  origins: (Omit<Origin, "author"> & { author: number })[];
  content: ComparedNode[];
};

/** `author`: a `ShownAuthor`'s key; `village`: the id of the village that they are shown with. */
export type TimelineQuery = Omit<StretchQuery, "authors" | "limit"> & {
  author?: string | undefined;
  village?: string | undefined;
};

/** @throws notFound, notAllowed */
export async function readHistory(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<HistoryPage> {
  const { document, forum, actor, reader, room, namesOf } = await open(env, me, documentId);
  const { head: recorded, progress } = await room.opening();
  const { authors = [], sections = [] } = recorded ?? {};
  const names = await namesOf(authors);
  const { id, title, kind, status, isUnnamed } = document;
  const shown = authors.map((author) => shownAuthor(names, reader, author));
  return {
    document: { id, title, kind, status, isUnnamed },
    forum: { id: forum.id, title: forum.title },
    progress,
    head: recorded && { last: recorded.last, firstAt: recorded.firstAt, lastAt: recorded.lastAt },
    sections,
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
  { author, village, ...query }: TimelineQuery,
): Promise<{ stretches: ShownStretch[]; next: number | null }> {
  const { reader, room, namesOf } = await open(env, me, documentId);
  const { authors = [] } = (await room.head()) ?? {};
  const names = await namesOf(authors);
  const asked = authors.filter((each) => {
    const shown = shownAuthor(names, reader, each);
    if (author !== undefined && shown.key !== author) return false;
    return village === undefined || shown.village?.id === village;
  });
  const isNarrow = author !== undefined || village !== undefined;
  const found = await room.stretches({ ...query, ...(isNarrow ? { authors: asked } : {}) });
  return {
    next: found.next,
    stretches: found.stretches.map((stretch) => ({
      ...stretch,
      author: shownAuthor(names, reader, stretch.author),
    })),
  };
}

/**
 * Two moments laid over each other; the same twice is that moment alone.
 * @returns JSON of a `SentComparison`: nothing is read and written anew that stays as it is
 * @throws notFound, notAllowed, momentOutside
 */
export async function compareMoments(
  env: Env,
  me: SignedIn,
  documentId: string,
  { from, to }: { from: number; to: number },
): Promise<string> {
  const { reader, room, namesOf } = await open(env, me, documentId);
  const compared = await room.compare(from, to);
  if (compared === null) throw momentOutside();
  const { authors, madeBy, origins, rest } = compared;
  const names = await namesOf(authors);
  const shown = authors.map((author) => JSON.stringify(shownAuthor(names, reader, author)));
  // Whom this reader cannot tell apart is one author to them.
  const apart = [...new Set(shown)];
  const numbers = shown.map((author) => apart.indexOf(author));
  const sent = origins.map((json, at) => `{"author":${numbers[madeBy[at] ?? 0]},${json.slice(1)}`);
  return `{"authors":[${apart.join()}],"origins":[${sent.join()}],${rest.slice(1)}`;
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
