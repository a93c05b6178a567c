import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import {
  replaceExperiences,
  selectExperiences,
  selectOfficesToShow,
  selectVillagesToShow,
} from "../db/directory.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { programActor } from "./program-actor.ts";
import { byWhom, record } from "./record.ts";

/** Whom one may ask about what; people who did not ask to stand here do not. */
export interface Directory {
  people: {
    id: string;
    name: string;
    position: string;
    village: VillageBadge | null;
    office: string | null;
    themes: Theme[];
  }[];
  /** All villages of the district, and the offices that look after the programme. */
  villages: VillageBadge[];
  offices: string[];
  /** What the reader themselves said. */
  own: Theme[];
}

/** @throws notFound for whoever is nobody in the programme */
export async function readDirectory(env: Env, me: SignedIn): Promise<Directory> {
  requireSees(me);
  const db = openDatabase(env);
  const rows = await selectExperiences(db, me.district.id);
  const villages = await selectVillagesToShow(db, me.district.id);
  const offices = await selectOfficesToShow(db, me.district.id);
  const shown = rows.filter(({ person }) => mayExist(person, env));
  const people = [...Map.groupBy(shown, ({ person }) => person.id).values()].flatMap((held) => {
    const [first] = held;
    if (first === undefined) return [];
    const { id, name, position, office } = first.person;
    const themes = held.map(({ theme }) => theme);
    return [{ id, name, position, office, village: first.village, themes }];
  });
  return {
    people,
    villages: villages
      .filter((village) => mayExist(village, env))
      .map(({ id, name, colour }) => ({ id, name, colour })),
    offices: [
      ...new Set(
        offices.flatMap(({ office, ...whose }) => (office && mayExist(whose, env) ? [office] : [])),
      ),
    ],
    own: people.find(({ id }) => id === me.person.id)?.themes ?? [],
  };
}

/** With no theme at all the person stands there no more. @throws notFound */
export async function showExperience(
  env: Env,
  me: SignedIn,
  themes: readonly Theme[],
  now: number,
): Promise<void> {
  requireSees(me);
  const db = openDatabase(env);
  await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "experienceShown",
        subjectKind: "person",
        subjectId: me.person.id,
        details: { themes: themes.length },
      },
    ],
    now,
    change: replaceExperiences(db, me.person.id, themes),
  });
}

function requireSees(me: SignedIn): void {
  if (!can(programActor(me), "sharing.see")) throw notFound();
}
