import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import {
  findAnnouncement,
  insertAnnouncement,
  insertRead,
  selectAnnouncements,
  selectReaders,
  withdrawAnnouncement,
} from "../db/announcements.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";
import { byWhom, record } from "./record.ts";

/** As everybody of the district reads it; times in ms since 1970. */
export interface Announcement {
  id: string;
  title: string;
  text: string;
  at: number;
  isRead: boolean;
  /** Null for whoever may not make any. */
  readerCount: number | null;
}

/** Who has seen it and who has not, for its makers. */
export interface AnnouncementReaders {
  people: {
    name: string;
    village: VillageBadge | null;
    office: string | null;
    readAt: number | null;
  }[];
}

export async function readAnnouncements(
  env: Env,
  me: SignedIn,
): Promise<{ announcements: Announcement[]; mayMake: boolean }> {
  const mayMake = mayAnnounce(me);
  const rows = await selectAnnouncements(openDatabase(env), me.district.id, me.person.id);
  return {
    announcements: rows.map(({ announcement, readAt, readerCount }) => ({
      ...announcement,
      isRead: readAt !== null,
      readerCount: mayMake ? readerCount : null,
    })),
    mayMake,
  };
}

/** @throws notAllowed, invalidField */
export async function makeAnnouncement(
  env: Env,
  me: SignedIn,
  { id, text, ...words }: { id: string; title: string; text: string },
  now: number,
): Promise<void> {
  if (!mayAnnounce(me)) throw notAllowed();
  const title = cleanLine(words.title);
  if (!/\p{L}/u.test(title)) throw invalidField("title");
  const db = openDatabase(env);
  const [made] = await record(db, {
    facts: [factOf(me, "announcementMade", id)],
    now,
    change: [
      insertAnnouncement(db, {
        ...{ id, title, text: text.trim(), districtId: me.district.id },
        ...{ madeByPersonId: me.person.id, createdAt: now, withdrawnAt: null },
      }),
    ],
    onlyIfChanged: true,
    // Its maker knows it.
    after: [insertRead(db, { announcementId: id, personId: me.person.id, at: now })],
  });
  if (made?.meta.changes) return;
  const known = await findAnnouncement(db, me.district.id, id);
  if (known?.madeByPersonId !== me.person.id) throw invalidField("id");
}

/** @throws notFound, notAllowed */
export async function takeAnnouncementBack(
  env: Env,
  me: SignedIn,
  announcementId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireMine(env, me, announcementId);
  await record(db, {
    facts: [factOf(me, "announcementWithdrawn", announcementId)],
    now,
    change: [withdrawAnnouncement(db, announcementId, now)],
    onlyIfChanged: true,
  });
}

/** @throws notFound */
export async function markAnnouncementRead(
  env: Env,
  me: SignedIn,
  announcementId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  if ((await findAnnouncement(db, me.district.id, announcementId)) === null) throw notFound();
  await insertRead(db, { announcementId, personId: me.person.id, at: now });
}

/** @throws notFound, notAllowed */
export async function readReaders(
  env: Env,
  me: SignedIn,
  announcementId: string,
): Promise<AnnouncementReaders> {
  await requireMine(env, me, announcementId);
  const rows = await selectReaders(openDatabase(env), me.district.id, announcementId);
  return {
    people: rows
      .filter(({ person }) => mayExist(person, env))
      .map(({ person: { name, office }, village, readAt }) => ({ name, village, office, readAt })),
  };
}

async function requireMine(env: Env, me: SignedIn, announcementId: string): Promise<void> {
  const known = await findAnnouncement(openDatabase(env), me.district.id, announcementId);
  if (known === null) throw notFound();
  if (!mayAnnounce(me)) throw notAllowed();
}

function mayAnnounce(me: SignedIn): boolean {
  return can(districtActor(me), "announcement.make");
}

function factOf(
  me: SignedIn,
  action: "announcementMade" | "announcementWithdrawn",
  subjectId: string,
) {
  return { ...byWhom(me), action, subjectKind: "announcement", subjectId } as const;
}
