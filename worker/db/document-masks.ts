import { and, eq, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/sqlite-core";
import type { Database } from "./open.ts";
import { documentMasks, documents, forumVillages } from "./schema.ts";

interface VillageMask {
  id: string;
  number: number;
  colour: number;
}

/** How many colours there are. */
const colours = 12;
/** Apart from the villages' numbers, so that "Peserta 3" does not look like somebody of "Desa 3". */
const personNumbers = { from: 100, to: 999 };

/** Who may have come in between, so that an attempt found its number taken. */
const attempts = 5;

/**
 * The masks of the villages that are invited, or were: lanes are left of those. By the village's
 * id; made where they are missing.
 */
export async function villageMasks(
  db: Database,
  documentId: string,
): Promise<Map<string, VillageMask>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const rows = await selectVillageMasks(db, documentId);
    const missing = rows.flatMap(({ villageId, mask }) => (mask === null ? [villageId] : []));
    const known = rows.flatMap(({ villageId, mask }) => (mask ? [[villageId, mask] as const] : []));
    if (missing.length === 0) return new Map(known);
    await addVillageMasks(
      db,
      documentId,
      missing,
      known.map(([, mask]) => mask),
    );
  }
  throw new Error("the villages of a document found no masks");
}

/** The mask of somebody who comes; made when they come for the first time. */
export async function personMask(
  db: Database,
  documentId: string,
  person: { id: string; villageId: string | null },
): Promise<{ id: string; number: number; village: VillageMask | null }> {
  const villages = await villageMasks(db, documentId);
  for (let attempt = 1; attempt <= 2; attempt++) {
    const [mask] = await db
      .select({ id: documentMasks.maskId, number: documentMasks.number })
      .from(documentMasks)
      .where(isOf(documentId, "person", person.id));
    if (mask) return { ...mask, village: villages.get(person.villageId ?? "") ?? null };
    await addPersonMask(db, documentId, person.id);
  }
  throw new Error("somebody found no mask");
}

function selectVillageMasks(db: Database, documentId: string) {
  const concerned = union(
    db
      .select({ villageId: forumVillages.villageId })
      .from(documents)
      .innerJoin(forumVillages, eq(forumVillages.forumId, documents.forumId))
      .where(eq(documents.id, documentId)),
    db
      .select({ villageId: documentMasks.realId })
      .from(documentMasks)
      .where(and(eq(documentMasks.documentId, documentId), eq(documentMasks.kind, "village"))),
  ).as("concerned");
  return db
    .select({
      villageId: concerned.villageId,
      mask: {
        id: documentMasks.maskId,
        number: documentMasks.number,
        colour: documentMasks.colour,
      },
    })
    .from(concerned)
    .leftJoin(documentMasks, isOf(documentId, "village", sql<string>`${concerned.villageId}`));
}

/** All in one statement: of two that come at once, the second finds each village masked. */
async function addVillageMasks(
  db: Database,
  documentId: string,
  villageIds: readonly string[],
  known: readonly VillageMask[],
): Promise<void> {
  const count = villageIds.length + known.length;
  const taken = new Set(known.map(({ number }) => number));
  const numbers = shuffled(range(1, count).filter((number) => !taken.has(number)));
  const worn = new Set(known.map(({ colour }) => colour));
  const free = shuffled(range(0, colours - 1).filter((colour) => !worn.has(colour)));
  const palette = free.length > 0 ? free : shuffled(range(0, colours - 1));
  const rows = villageIds.map((villageId, at) => ({
    villageId,
    maskId: crypto.randomUUID(),
    number: numbers[at] ?? count + at,
    colour: palette[at % palette.length] ?? 0,
  }));
  await db.run(sql`
    insert into ${documentMasks} (document_id, kind, real_id, mask_id, number, colour)
    select ${documentId}, 'village', value ->> 'villageId', value ->> 'maskId',
      value ->> 'number', value ->> 'colour'
    from json_each(${JSON.stringify(rows)})
    where true
    on conflict do nothing`);
}

/** The first number of a random order that nobody of the document has. */
async function addPersonMask(db: Database, documentId: string, personId: string): Promise<void> {
  const numbers = JSON.stringify(shuffled(range(personNumbers.from, personNumbers.to)));
  await db.run(sql`
    insert into ${documentMasks} (document_id, kind, real_id, mask_id, number, colour)
    select ${documentId}, 'person', ${personId}, ${crypto.randomUUID()}, value, 0
    from json_each(${numbers})
    where value not in (
      select number from ${documentMasks} where document_id = ${documentId} and kind = 'person'
    )
    order by key limit 1
    on conflict do nothing`);
}

function isOf(documentId: string, kind: "village" | "person", realId: string | SQL<string>) {
  return and(
    eq(documentMasks.documentId, documentId),
    eq(documentMasks.kind, kind),
    eq(documentMasks.realId, realId),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** In an order that nobody can foresee. */
function shuffled<T>(things: readonly T[]): T[] {
  const order = crypto.getRandomValues(new Uint32Array(things.length));
  return things
    .map((thing, at) => ({ thing, place: order[at] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
