import { cleanLine } from "../../domain/people-words.ts";
import { type Action, can } from "../../domain/permissions.ts";
import { holdsPhoneNumber } from "../../domain/phone-numbers.ts";
import {
  contactIsNumber,
  ownPractice,
  practiceWithdrawn,
} from "../../domain/refusals/practices.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  deleteAdoption,
  findPractice,
  insertPractice,
  type PracticeFilter,
  selectAdoptions,
  selectPractices,
  selectSharingVillages,
  updatePractice,
  upsertAdoption,
  withdrawPractice,
} from "../db/practices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { programActor } from "./program-actor.ts";
import { byWhom, record } from "./record.ts";

/** What a village writes of its practice. */
export interface PracticeWords {
  theme: Theme;
  title: string;
  situation: string;
  deed: string;
  cost: string;
  result: string;
  contactOffice: string;
}

export interface PracticeList {
  practices: {
    id: string;
    theme: Theme;
    title: string;
    /** How its situation begins. */
    beginning: string;
    village: VillageBadge;
    adoptionCount: number;
    at: number;
  }[];
  villages: VillageBadge[];
  mayShare: boolean;
}

export interface PracticePage {
  practice: PracticeWords & { id: string; village: VillageBadge; at: number; changedAt: number };
  isWithdrawn: boolean;
  adoptions: { village: VillageBadge; changes: string; at: number }[];
  may: { change: boolean; withdraw: boolean; adopt: boolean };
}

const shownBeginning = 180;

/** @throws notFound for whoever is nobody in the programme */
export async function readPractices(
  env: Env,
  me: SignedIn,
  filter: Omit<PracticeFilter, "words"> & { search: string },
): Promise<PracticeList> {
  const actor = requireSees(me);
  const db = openDatabase(env);
  const words = cleanLine(filter.search).toLowerCase().split(" ").filter(Boolean).slice(0, 8);
  const [found, sharing] = await Promise.all([
    selectPractices(db, me.district.id, { ...filter, words }),
    selectSharingVillages(db, me.district.id),
  ]);
  return {
    practices: found.map(({ practice: { situation, createdAt, ...practice }, ...rest }) => ({
      ...practice,
      ...rest,
      beginning: beginningOf(situation),
      at: createdAt,
    })),
    villages: sharing,
    mayShare: can(actor, "practice.share"),
  };
}

/** @throws notFound, for a withdrawn one to other villages too */
export async function readPractice(
  env: Env,
  me: SignedIn,
  practiceId: string,
): Promise<PracticePage> {
  const db = openDatabase(env);
  const { actor, practice, village } = await findSeen(db, me, practiceId);
  const isWithdrawn = practice.withdrawnAt !== null;
  const { id, theme, title, situation, deed, cost, result, contactOffice } = practice;
  const { createdAt: at, changedAt } = practice;
  const isOwn = actor.villageId === practice.villageId;
  return {
    practice: {
      ...{ id, theme, title, situation, deed, cost, result, contactOffice },
      ...{ village, at, changedAt },
    },
    isWithdrawn,
    adoptions: await selectAdoptions(db, id),
    may: {
      change: !isWithdrawn && can(actor, "practice.change", practice),
      withdraw: !isWithdrawn && can(actor, "practice.withdraw", practice),
      adopt: !isWithdrawn && !isOwn && can(actor, "practice.share"),
    },
  };
}

/** For the person's village. @throws notFound, notAllowed, contactIsNumber */
export async function sharePractice(
  env: Env,
  me: SignedIn,
  { id, ...words }: PracticeWords & { id: string },
  now: number,
): Promise<void> {
  if (!can(requireSees(me), "practice.share")) throw notAllowed();
  const village = requireVillage(me);
  const clean = cleanWords(words);
  const db = openDatabase(env);
  const [shared] = await record(db, {
    facts: [factOf(me, "practiceShared", id)],
    now,
    change: [
      insertPractice(db, {
        ...{ id, ...clean, districtId: me.district.id, villageId: village.id },
        ...{ sharedByPersonId: me.person.id, createdAt: now, changedAt: now, withdrawnAt: null },
      }),
    ],
    onlyIfChanged: true,
  });
  if (shared?.meta.changes) return;
  const known = await findPractice(db, me.district.id, id);
  if (known?.practice.villageId !== village.id) throw invalidField("id");
}

/** @throws notFound, notAllowed, contactIsNumber, practiceWithdrawn, changedMeanwhile */
export async function changePractice(
  env: Env,
  me: SignedIn,
  practiceId: string,
  { basedOn, ...words }: PracticeWords & { basedOn: number },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { practice } = await findFor(db, me, practiceId, "practice.change");
  const clean = cleanWords(words);
  const [changed] = await record(db, {
    facts: [factOf(me, "practiceChanged", practiceId)],
    now,
    change: [
      updatePractice(db, practiceId, basedOn, {
        ...clean,
        changedAt: Math.max(now, practice.changedAt + 1),
      }),
    ],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

/** @throws notFound, notAllowed, practiceWithdrawn */
export async function takePracticeBack(
  env: Env,
  me: SignedIn,
  practiceId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await findFor(db, me, practiceId, "practice.withdraw");
  await record(db, {
    facts: [factOf(me, "practiceWithdrawn", practiceId)],
    now,
    change: [withdrawPractice(db, practiceId, now)],
    onlyIfChanged: true,
  });
}

/**
 * "Kami terapkan", for the person's village.
 * @throws notFound, notAllowed, ownPractice, practiceWithdrawn, changedMeanwhile
 */
export async function adoptPractice(
  env: Env,
  me: SignedIn,
  order: { practiceId: string; changes: string; basedOn: string | null },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { practiceId, changes, basedOn } = order;
  const { actor, practice } = await findSeen(db, me, practiceId);
  if (!can(actor, "practice.share")) throw notAllowed();
  const village = requireVillage(me);
  if (practice.villageId === village.id) throw ownPractice();
  const [adopted] = await record(db, {
    facts: [factOf(me, "practiceAdopted", practiceId)],
    now,
    change: [
      upsertAdoption(
        db,
        {
          ...{ practiceId, villageId: village.id, changes: changes.trim() },
          ...{ personId: me.person.id, at: now },
        },
        basedOn,
      ),
    ],
    onlyIfChanged: true,
  });
  if (adopted?.meta.changes) return;
  const { practice: since } = await findSeen(db, me, practiceId);
  throw since.withdrawnAt === null ? changedMeanwhile() : practiceWithdrawn();
}

/** Nothing happens where the village did not say so. @throws notFound, notAllowed */
export async function undoAdoption(
  env: Env,
  me: SignedIn,
  practiceId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { actor } = await findSeen(db, me, practiceId);
  if (!can(actor, "practice.share")) throw notAllowed();
  await record(db, {
    facts: [factOf(me, "adoptionUndone", practiceId)],
    now,
    change: [deleteAdoption(db, practiceId, requireVillage(me).id)],
    onlyIfChanged: true,
  });
}

async function findFor(
  db: Database,
  me: SignedIn,
  practiceId: string,
  action: Extract<Action, "practice.change" | "practice.withdraw">,
) {
  const found = await findSeen(db, me, practiceId);
  if (!can(found.actor, action, found.practice)) throw notAllowed();
  if (found.practice.withdrawnAt !== null) throw practiceWithdrawn();
  return found;
}

async function findSeen(db: Database, me: SignedIn, practiceId: string) {
  const actor = requireSees(me);
  const found = await findPractice(db, me.district.id, practiceId);
  if (found === null) throw notFound();
  const isGone = found.practice.withdrawnAt !== null;
  if (isGone && !can(actor, "practice.withdraw", found.practice)) throw notFound();
  return { actor, ...found };
}

function requireSees(me: SignedIn) {
  const actor = programActor(me);
  if (!can(actor, "sharing.see")) throw notFound();
  return actor;
}

function requireVillage(me: SignedIn): VillageBadge {
  if (me.person.village === null) throw notAllowed();
  return me.person.village;
}

/** @throws invalidField, contactIsNumber */
function cleanWords(words: PracticeWords): PracticeWords {
  const clean = {
    theme: words.theme,
    title: cleanLine(words.title),
    situation: words.situation.trim(),
    deed: words.deed.trim(),
    cost: words.cost.trim(),
    result: words.result.trim(),
    contactOffice: cleanLine(words.contactOffice),
  };
  for (const name of ["title", "situation", "deed", "contactOffice"] as const) {
    if (!/\p{L}/u.test(clean[name])) throw invalidField(name);
  }
  if (holdsPhoneNumber(clean.contactOffice)) throw contactIsNumber();
  return clean;
}

function beginningOf(text: string): string {
  const line = cleanLine(text);
  if (line.length <= shownBeginning) return line;
  return `${line.slice(0, shownBeginning).replace(/\s+\S*$/u, "")}…`;
}

function factOf(
  me: SignedIn,
  action:
    | "practiceShared"
    | "practiceChanged"
    | "practiceWithdrawn"
    | "practiceAdopted"
    | "adoptionUndone",
  subjectId: string,
) {
  return { ...byWhom(me), action, subjectKind: "practice", subjectId } as const;
}
