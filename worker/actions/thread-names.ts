import type { MaskedVillage } from "../../party/masks/mask.ts";
import { type ShownPerson, type ShownVillage, shownTo } from "../../party/masks/shown-person.ts";
import type { CitedRegulation, Mentioned } from "../../party/notes/thread-view.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import type { DocumentRow } from "../db/documents.ts";
import type { ForumRow } from "../db/forums.ts";
import { selectMasks, selectNotedPeople, selectNotedVillages } from "../db/noted-people.ts";
import type { Database } from "../db/open.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";

export interface Viewer {
  unmasks: boolean;
}

/** People and villages by their true ids. */
interface Named {
  villageIds: string[];
  personIds: string[];
}

/** What a note names beside its words. */
export interface Mentions extends Named {
  regulations: CitedRegulation[];
}

/** Somebody without a pseudonym in the document has not been there, and is shown as nobody. */
const nobody = { id: "", number: 0 };

/** Who is named in a document's notes, as each reader may know them. */
export class ThreadNames {
  readonly #isUnnamed: boolean;
  readonly #people: Awaited<ReturnType<typeof selectNotedPeople>>;
  readonly #villages: Awaited<ReturnType<typeof selectNotedVillages>>;
  readonly #personMasks = new Map<string, { id: string; number: number }>();
  readonly #villageMasks = new Map<string, MaskedVillage>();
  readonly #mayExist: (person: { isDemo: boolean }) => boolean;

  private constructor(
    env: Env,
    { isUnnamed }: Pick<DocumentRow, "isUnnamed">,
    [people, villages, masks]: [
      Awaited<ReturnType<typeof selectNotedPeople>>,
      Awaited<ReturnType<typeof selectNotedVillages>>,
      Awaited<ReturnType<typeof selectMasks>>,
    ],
  ) {
    this.#isUnnamed = isUnnamed;
    this.#people = people;
    this.#villages = villages;
    this.#mayExist = (person) => mayExist(person, env);
    for (const { kind, realId, maskId: id, number, colour } of masks) {
      if (kind === "person") this.#personMasks.set(realId, { id, number });
      else this.#villageMasks.set(realId, { id, number, colour });
    }
  }

  /** @param personIds who is named beside those who take part in the forum */
  static async load(
    env: Env,
    db: Database,
    { document, forum }: { document: DocumentRow; forum: ForumRow },
    personIds: readonly string[],
  ): Promise<ThreadNames> {
    const loaded = await Promise.all([
      selectNotedPeople(db, forum, personIds),
      selectNotedVillages(db, forum),
      document.isUnnamed ? selectMasks(db, document.id) : [],
    ]);
    return new ThreadNames(env, document, loaded);
  }

  /** @param villageId for which village they spoke, where that is written down */
  person(viewer: Viewer, personId: string, villageId?: string | null): ShownPerson {
    const found = this.#people.find(({ id }) => id === personId);
    const ofVillage = villageId === undefined ? (found?.villageId ?? null) : villageId;
    return shownTo(viewer, {
      personId,
      name: found?.name ?? "",
      village: this.#badge(ofVillage),
      office: found?.office ?? null,
      mask: this.#isUnnamed
        ? {
            ...(this.#personMasks.get(personId) ?? nobody),
            village: this.#villageMasks.get(ofVillage ?? "") ?? null,
          }
        : null,
    });
  }

  /** The true ids of all villages of the district, those that are invited first. */
  get villageIds(): string[] {
    return this.#villages.map(({ id }) => id);
  }

  /** The true ids of the villages that are invited, in the order of their lanes. */
  get invited(): string[] {
    return this.#villages.flatMap(({ id, position }) => (position === null ? [] : [id]));
  }

  mentioned(viewer: Viewer, { villageIds, personIds }: Named): Mentioned {
    return {
      villages: villageIds.flatMap((id) => this.#village(viewer, id) ?? []),
      people: personIds.filter((id) => this.#isKnown(id)).map((id) => this.person(viewer, id)),
    };
  }

  /** In an unnamed case whoever has been there: of the others nobody knows a pseudonym. */
  mentionable(viewer: Viewer): Mentioned {
    return this.mentioned(viewer, { villageIds: this.invited, personIds: this.#present() });
  }

  /** The true ids of those who may be named, from the ids that this person knows; others are dropped. */
  trueMentions(viewer: Viewer, { villageIds, personIds }: Named): Named {
    return {
      villageIds: this.invited.filter((id) => {
        const shown = this.#village(viewer, id);
        return shown !== null && villageIds.includes(shown.id);
      }),
      personIds: this.#present().filter((id) =>
        personIds.includes(this.person(viewer, id).personId),
      ),
    };
  }

  /** The true village behind a lane's. */
  villageOfLane(laneVillage: string): string | null {
    if (!this.#isUnnamed) return laneVillage;
    for (const [villageId, mask] of this.#villageMasks) {
      if (mask.id === laneVillage) return villageId;
    }
    return null;
  }

  #present(): string[] {
    const there = this.#people.filter(
      (person) => person.takesPart && person.removedAt === null && this.#mayExist(person),
    );
    return there.map(({ id }) => id).filter((id) => this.#isKnown(id));
  }

  #isKnown(personId: string): boolean {
    return !this.#isUnnamed || this.#personMasks.has(personId);
  }

  #village(viewer: Viewer, villageId: string): ShownVillage | null {
    const badge = this.#badge(villageId);
    if (!this.#isUnnamed) return badge;
    const mask = this.#villageMasks.get(villageId);
    if (!mask || !badge) return null;
    return viewer.unmasks ? { ...badge, id: mask.id } : mask;
  }

  #badge(villageId: string | null): VillageBadge | null {
    const found = this.#villages.find(({ id }) => id === villageId);
    return found ? { id: found.id, name: found.name, colour: found.colour } : null;
  }
}
