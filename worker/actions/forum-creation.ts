import { isOver, problemOf } from "../../domain/forum-plan.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { forumInPast, forumTimeWrong } from "../../domain/refusals/prepare.ts";
import { invalidField, notAllowed } from "../../domain/refusals.ts";
import type { AgendaItemKind, ForumStage, Theme } from "../../domain/statuses.ts";
import { toWib } from "../../domain/wib.ts";
import { insertAgenda } from "../db/agenda.ts";
import { insertDocument } from "../db/cases.ts";
import { findForumMaker, insertForum } from "../db/forum-changes.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectPeopleByIds } from "../db/people.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";
import { makeOnce, ownerIs } from "./make-once.ts";
import { byWhom, record } from "./record.ts";

export interface NewForum {
  title: string;
  theme: Theme;
  stage: ForumStage;
  startsAt: number;
  endsAt: number;
  place: string;
  chairPersonId: string | null;
}

/** What every forum begins and ends with; cases are put between. */
const standardAgenda: readonly { title: string; kind: AgendaItemKind; durationMinutes: number }[] =
  [
    { title: "Pembukaan", kind: "opening", durationMinutes: 15 },
    { title: "Kesepakatan dan tindak lanjut", kind: "agreement", durationMinutes: 30 },
    { title: "Penutup", kind: "closing", durationMinutes: 15 },
  ];

/** Plans a forum in one's own district, with its minutes and an agenda to begin with. */
export async function createForum(
  env: Env,
  me: SignedIn,
  { id: forumId, ...order }: NewForum & { id: string },
  now: number,
): Promise<{ forumId: string }> {
  if (!can(districtActor(me), "forum.create")) throw notAllowed();
  const plan = readPlan(order);
  const db = openDatabase(env);
  const ownerOf = async () => ownerIs(await findForumMaker(db, forumId), me.person.id);
  await makeOnce(ownerOf, () => insertPlanned(env, me, { forumId, plan }, now));
  return { forumId };
}

async function insertPlanned(
  env: Env,
  me: SignedIn,
  { forumId, plan }: { forumId: string; plan: NewForum },
  now: number,
): Promise<void> {
  if (isOver(plan, now)) throw forumInPast();
  const db = openDatabase(env);
  const districtId = me.district.id;
  if (plan.chairPersonId !== null) await requireChair(db, env, districtId, plan.chairPersonId);
  const { isDemo } = me.person;
  await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "forumCreated",
        subjectKind: "forum",
        subjectId: forumId,
        forumId,
        details: { stage: plan.stage, theme: plan.theme },
      },
    ],
    now,
    change: [
      insertForum(db, {
        ...plan,
        id: forumId,
        districtId,
        status: "planned",
        isDemo,
        createdAt: now,
      }),
      insertAgenda(
        db,
        forumId,
        standardAgenda.map((item) => ({ ...item, id: crypto.randomUUID() })),
      ),
      insertDocument(db, {
        id: crypto.randomUUID(),
        forumId,
        kind: "minutes",
        title: `Notulen: ${plan.title}`,
        theme: plan.theme,
        fiscalYear: Number(toWib(plan.startsAt).day.slice(0, 4)),
        status: "draft",
        createdAt: now,
      }),
    ],
  });
}

/** The plan as it is stored. @throws invalidField, forumTimeWrong */
export function readPlan<P extends Pick<NewForum, "title" | "place" | "startsAt" | "endsAt">>(
  plan: P,
): P {
  switch (problemOf(plan)) {
    case "title-missing":
    case "title-too-long":
      throw invalidField("title");
    case "place-missing":
    case "place-too-long":
      throw invalidField("place");
    case "ends-before-start":
    case "lasts-too-long":
      throw forumTimeWrong();
    case null:
      return { ...plan, title: cleanLine(plan.title), place: cleanLine(plan.place) };
  }
}

/** Somebody of the district. @throws invalidField */
export async function requireChair(
  db: Database,
  env: Env,
  districtId: string,
  personId: string,
): Promise<void> {
  const [person] = await selectPeopleByIds(db, districtId, [personId]);
  if (person === undefined || !mayExist(person, env)) throw invalidField("chairPersonId");
}
