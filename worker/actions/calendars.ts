import { type CalendarEvent, calendarText } from "../../domain/calendar.ts";
import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import { deleteFeed, findFeed, findFeedOwner, putFeed } from "../db/calendar-feeds.ts";
import { type ForumRow, findForum, placesIn, selectForumsNear } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { byWhom, record } from "./record.ts";
import { hashToken, newToken } from "./tokens.ts";

const calendarName = "Forum Sinau";

/** What is longer past than this leaves the feed. */
const keptAfterMs = 365 * 24 * 60 * 60_000;

/** A forum as a file for the calendar. @throws notFound, also for a forum that may not be seen */
export async function readForumCalendar(
  env: Env,
  me: SignedIn,
  forumId: string,
  { origin, now }: { origin: string; now: number },
): Promise<string> {
  const found = await findForum(openDatabase(env), forumId, me.person.id);
  if (found === null) throw notFound();
  if (!can(actorOf(me, found.forum, found.ownRoles), "forum.see", found.forum)) throw notFound();
  return written([found.forum], origin, now);
}

/** The forums of whoever has this secret address; null where nobody has. */
export async function readFeed(
  env: Env,
  token: string,
  { origin, now }: { origin: string; now: number },
): Promise<string | null> {
  const db = openDatabase(env);
  const me = await findFeedOwner(db, await hashToken(token));
  if (me === null || !mayExist(me.person, env)) return null;
  const rows = await selectForumsNear(db, me.person.id, districtsOf(me));
  const forums = [...Map.groupBy(rows, ({ forum }) => forum.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined || first.forum.endsAt < now - keptAfterMs) return [];
    const actor = actorOf(me, first.forum, placesIn(own));
    return can(actor, "forum.see", first.forum) ? [first.forum] : [];
  });
  return written(
    forums.toSorted((a, b) => a.startsAt - b.startsAt),
    origin,
    now,
  );
}

/** Whether the person has a secret address, and since when; the address itself nobody can read. */
export async function readFeedState(env: Env, me: SignedIn): Promise<{ since: number | null }> {
  const feed = await findFeed(openDatabase(env), me.person.id);
  return { since: feed?.createdAt ?? null };
}

/** A new secret address; the one before is dead from now on. @returns what is said only once */
export async function renewFeed(
  env: Env,
  me: SignedIn,
  origin: string,
  now: number,
): Promise<{ address: string }> {
  const db = openDatabase(env);
  const token = newToken();
  const feed = { personId: me.person.id, tokenHash: await hashToken(token), createdAt: now };
  await record(db, { facts: [factOf(me, true)], now, change: [putFeed(db, feed)] });
  return { address: `${origin}/kalender/${token}.ics` };
}

/** Nobody finds anything under the address any more. */
export async function endFeed(env: Env, me: SignedIn, now: number): Promise<void> {
  const db = openDatabase(env);
  await record(db, {
    facts: [factOf(me, false)],
    now,
    change: [deleteFeed(db, me.person.id)],
    onlyIfChanged: true,
  });
}

function factOf(me: SignedIn, isOpen: boolean) {
  return {
    ...byWhom(me),
    action: "calendarRenewed",
    subjectKind: "person",
    subjectId: me.person.id,
    details: { isOpen },
  } as const;
}

function written(forums: readonly ForumRow[], origin: string, now: number): string {
  const { host } = new URL(origin);
  const events = forums.map(
    ({ id, title, place, startsAt, endsAt, status, revision }): CalendarEvent => ({
      ...{ id, title, place, startsAt, endsAt, revision },
      isCancelled: status === "cancelled",
      address: `${origin}/forum/${id}`,
    }),
  );
  return calendarText({ name: calendarName, host, events, now });
}
