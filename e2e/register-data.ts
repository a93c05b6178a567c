import { dayInWib } from "../domain/wib.ts";
import { demoForum, demoMinutesId } from "../scripts/demo/forum.ts";
import { demoVillages } from "../scripts/demo/villages.ts";
import type { Database } from "../worker/db/open.ts";
import { agreements, followUps, forumMembers, forums, forumVillages } from "../worker/db/schema.ts";

const dayMs = 24 * 60 * 60_000;
export const nextForumId = "forum-berikutnya";

export function dayFromNow(days: number): string {
  return dayInWib(Date.now() + days * dayMs);
}

/** An agreement and follow-ups as the minutes' room writes them, one of them overdue. */
export async function promiseSomething(database: Database): Promise<void> {
  const [a, b] = demoVillages;
  const shared = { documentId: demoMinutesId, place: 1, createdAt: Date.now() };
  const words = { responsible: "Sekretaris Desa", dueText: "seperti disepakati" };
  await database.insert(agreements).values({
    ...shared,
    nodeId: "kesepakatan-1",
    position: 0,
    text: "Belanja wajib didahulukan di semua desa.",
  });
  await database.insert(followUps).values([
    {
      ...{ ...shared, ...words, id: "musyawarah", nodeId: "tindak-1", position: 0 },
      ...{ activity: "Musyawarah desa membahas pagu 2027", output: "Berita acara musyawarah" },
      ...{ villageText: a?.name ?? "", villageId: a?.id ?? null, dueDate: dayFromNow(-5) },
    },
    {
      ...{ ...shared, ...words, id: "rab", nodeId: "tindak-2", position: 1 },
      ...{ activity: "Menyusun RAB kegiatan prioritas", output: "RAB" },
      ...{ villageText: b?.name ?? "", villageId: b?.id ?? null, dueDate: dayFromNow(3) },
    },
  ]);
}

/** A month later, with the people of two villages. */
export async function planNextForum(database: Database): Promise<void> {
  const forum = demoForum(Date.now() + 30 * dayMs);
  const title = "Forum Sinau Triwulan I 2027";
  await database.insert(forums).values({ ...forum, id: nextForumId, title, status: "invited" });
  for (const [position, village] of demoVillages.slice(0, 2).entries()) {
    await database
      .insert(forumVillages)
      .values({ forumId: nextForumId, villageId: village.id, position });
  }
  await database
    .insert(forumMembers)
    .values({ forumId: nextForumId, personId: "peserta-a", role: "participant" });
}
