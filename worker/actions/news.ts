import { can } from "../../domain/permissions.ts";
import type { DocumentKind, VersionKind } from "../../domain/statuses.ts";
import { visitAt } from "../../domain/visits.ts";
import { placesIn } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findVisit, noteVisit, selectReviewable } from "../db/visits.ts";
import type { Env } from "../env.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { glanceAt, glancesPerRequest } from "./glances.ts";

/** A document in which something happened since the reviewer's last visit. */
export interface NewsItem {
  documentId: string;
  title: string;
  kind: DocumentKind;
  /** Null for a module, which belongs to none. */
  forumTitle: string | null;
  /** The last thing that happened: somebody wrote, or a version was made, which has a name. */
  what: { kind: "changed" } | { kind: VersionKind; name: string };
  at: number;
}

export interface News {
  /** Null in the first visit: then the last month's is shown. */
  since: number | null;
  /** The newest first. */
  items: NewsItem[];
}

const firstVisitShowsMs = 30 * 24 * 60 * 60_000;
const shownAtOnce = 20;
/** A visit that goes on is noted this often at most: each note is a row that is written. */
const notedEveryMs = 5 * 60_000;

/** For reviewers; null for everybody else. */
export async function readNews(env: Env, me: SignedIn, now: number): Promise<News | null> {
  if (!me.roles.some(({ role }) => role === "reviewer")) return null;
  const db = openDatabase(env);
  const known = await findVisit(db, me.person.id);
  const visit = visitAt(known, now);
  const isWorthNoting =
    known === null || known.since !== visit.since || now - known.lastSeenAt >= notedEveryMs;
  if (isWorthNoting) await noteVisit(db, me.person.id, known, visit);
  const since = visit.since ?? now - firstVisitShowsMs;
  const rows = await selectReviewable(db, me.person.id, districtsOf(me), since);
  const seen = [...Map.groupBy(rows, ({ document }) => document.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const actor = actorOf(me, first.forum, placesIn(own));
    return can(actor, "review.note", first.document) ? [first] : [];
  });
  const beingMended = seen.filter(
    ({ document: { status } }) => status === "drafted" || status === "returned",
  );
  const glances = await glanceAt(
    env,
    beingMended.slice(0, glancesPerRequest).map(({ document }) => ({
      id: document.id,
      unmasks: false,
    })),
  );
  const items = seen.flatMap((row): NewsItem[] => {
    const last = lastOf(row, glances.get(row.document.id)?.lastEditedAt ?? null, since);
    if (last === null) return [];
    const { id, title, kind } = row.document;
    const forumTitle = kind === "module" ? null : row.forum.title;
    return [{ documentId: id, title, kind, forumTitle, ...last }];
  });
  return {
    since: visit.since,
    items: items.sort((a, b) => b.at - a.at).slice(0, shownAtOnce),
  };
}

type Row = Awaited<ReturnType<typeof selectReviewable>>[number];

/** What happened last after `since`; a step says more than the letters that were typed for it. */
function lastOf(
  { version, submittedAt, signedAt }: Row,
  lastEditedAt: number | null,
  since: number,
): Pick<NewsItem, "what" | "at"> | null {
  const steps = [
    version && { what: { kind: version.kind, name: version.name }, at: version.at },
    // What is submitted again without a change makes no version of its own.
    submittedAt !== null && {
      what: { kind: "submission" as const, name: "submitted" },
      at: submittedAt,
    },
    signedAt !== null && { what: { kind: "status" as const, name: "signed" }, at: signedAt },
  ].filter((step) => step !== null && step !== false && step.at > since) as Pick<
    NewsItem,
    "what" | "at"
  >[];
  const step = steps.sort((a, b) => b.at - a.at)[0] ?? null;
  if (lastEditedAt === null || lastEditedAt <= since) return step;
  if (step !== null && step.at >= lastEditedAt) return step;
  return { what: { kind: "changed" }, at: lastEditedAt };
}
