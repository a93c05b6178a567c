import { sql } from "drizzle-orm";
import { hashToken, newToken } from "../../worker/actions/tokens.ts";
import type { Database } from "../../worker/db/open.ts";
import { districts, forums, forumVillages, villages } from "../../worker/db/schema.ts";

const districtId = "99.01.01";
const forumId = "bench-forum";
const peopleCount = 250;
const documentCount = 80;
const dayMs = 24 * 3_600_000;

export const benchVillages = [..."ABCDEFGHIJKL"].map((letter, place) => ({
  id: `contoh-${letter.toLowerCase()}`,
  districtId,
  name: `Desa Contoh ${letter}`,
  colour: place,
}));

export interface BenchForum {
  documentIds: string[];
  people: { id: string; villageId: string; sessionToken: string }[];
}

/** A forum of twelve villages and 250 signed-in people who may all write. */
export async function seedBenchForum(db: Database, now: number): Promise<BenchForum> {
  const who = await Promise.all(
    Array.from({ length: peopleCount }, async (_, index) => {
      const sessionToken = newToken();
      const villageId = benchVillages[index % benchVillages.length]?.id ?? "";
      return { id: `bench-${index}`, villageId, sessionToken, hash: await hashToken(sessionToken) };
    }),
  );
  const documentIds = Array.from(
    { length: documentCount },
    (_, index) => `bench-document-${index}`,
  );
  // Many rows come as one value of JSON: the local runtime takes about 10 ms for each statement.
  const people = JSON.stringify(who);
  await db.batch([
    db.insert(districts).values({ id: districtId, name: "Contoh", regency: "Contoh" }),
    db.insert(villages).values(benchVillages),
    db.insert(forums).values({
      id: forumId,
      districtId,
      title: "Forum contoh",
      theme: "planning",
      stage: "trial",
      status: "inSession",
      startsAt: now,
      endsAt: now + dayMs,
      place: "Pendopo contoh",
      createdAt: now,
    }),
    db
      .insert(forumVillages)
      .values(benchVillages.map(({ id }, position) => ({ forumId, villageId: id, position }))),
  ]);
  for (const rows of [
    sql`
      INSERT INTO people (id, district_id, name, position, village_id, created_at)
      SELECT value ->> 'id', ${districtId}, 'Peserta ' || (value ->> 'id'), 'Kaur Keuangan',
        value ->> 'villageId', ${now}
      FROM json_each(${people})`,
    sql`
      INSERT INTO forum_members (forum_id, person_id, role)
      SELECT ${forumId}, value ->> 'id', 'participant' FROM json_each(${people})`,
    sql`
      INSERT INTO sessions (id, token_hash, person_id, created_at, expires_at)
      SELECT 'session-' || (value ->> 'id'), value ->> 'hash', value ->> 'id', ${now}, ${now + dayMs} FROM json_each(${people})`,
    sql`
      INSERT INTO documents (id, forum_id, kind, title, theme, fiscal_year, status, created_at)
      SELECT value, ${forumId}, 'case', 'Kasus contoh', 'planning', 2027, 'open', ${now}
      FROM json_each(${JSON.stringify(documentIds)})`,
  ]) {
    await db.run(rows);
  }
  return { documentIds, people: who };
}
