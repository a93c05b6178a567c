import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { DocumentPage } from "../actions/documents.ts";
import { openDatabase } from "../db/open.ts";
import { forumMembers, forums, forumVillages } from "../db/schema.ts";
import { hasAttendance } from "../testing/attended-forum.ts";
import { askOf, setStatus, signingOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
const db = openDatabase(env);
const masked = ["participant-a", "minute-taker", "observer", "camat", "reviewer"];
/** What stands of the world's villages and people in its database; ids as JSON carries them. */
const real =
  /Desa Contoh|Warga |Pejabat |Kecamatan Contoh|Kaur Keuangan|Kepala Seksi|"village-[ab]"|"[\w]+-[ab]"|"(minute-taker|observer|camat|facilitator|reviewer)"/;

beforeAll(async () => {
  await buildWorld();
  await db.insert(forumMembers).values({
    forumId: "forum-in-session",
    personId: "participant-b",
    role: "representative",
  });
  // Where the forum meets names a village, which says nothing of the case.
  await db.update(forums).set({ place: "Pendopo" });
  await hasAttendance("Desa Contoh A.pdf");
});
afterEach(() => RoomClient.leaveAll());

async function signedCase(): Promise<string> {
  const noted = await NotedDocument.create(["Bukti terlambat."], { isUnnamed: true });
  await setStatus(noted.id, "drafted");
  await askOf(noted.id, "minute-taker", "/versions", { name: "Awal" }, "POST");
  await askOf(noted.id, "reviewer", "/review-notes", { text: "Baik.", place: 1 }, "POST");
  await askOf(noted.id, "reviewer", "/review", { place: 1 });
  const fingerprint = await submit(noted.id);
  for (const who of ["representative-a", "participant-b"]) {
    const objection = { fingerprint, answer: "objected", reason: "Kurang." };
    const answer = await askOf(noted.id, who, "/submission/answer", objection);
    expect(answer.status).toBe(204);
  }
  expect((await askOf(noted.id, "camat", "/sign-off", { fingerprint })).status).toBe(204);
  return noted.id;
}

/** All that this person is told of how it was signed; the forum and oneself are known. */
async function toldOf(id: string, who: string): Promise<string> {
  const paths = ["/signed-file", "/versions", "/review"];
  const answers = await Promise.all(paths.map((path) => askOf(id, who, path)));
  const bodies = await Promise.all(
    answers.map(async (answer) => (answer.ok ? JSON.stringify(await answer.json()) : "")),
  );
  const { signing, reviews }: DocumentPage = await (await askOf(id, who, "")).json();
  return [JSON.stringify({ signing, reviews }), ...bodies].join("\n");
}

describe("in an unnamed case", () => {
  it("nobody but the facilitator is told who submitted, answered, signed, named or reviewed", async () => {
    const id = await signedCase();
    for (const who of masked) {
      const told = await toldOf(id, who);
      expect(told).toContain("Kurang.");
      expect(told).not.toMatch(real);
    }
    const { answers, signOff } = await signingOf(id, "facilitator");
    expect(signOff).toMatchObject({ by: { personId: "camat" }, office: "Kecamatan Contoh" });
    const names = answers.map(({ village }) => ("name" in village ? village.name : ""));
    expect(names).toEqual(["Desa Contoh A", "Desa Contoh B"]);
  });

  it("villages are listed by their masks' numbers, not by the order of the invitation", async () => {
    const id = await signedCase();
    const { answers } = await signingOf(id, "camat");
    const numbers = answers.map(({ village }) => ("number" in village ? village.number : null));
    expect(numbers).toEqual([1, 2]);
    expect(answers.every(({ isOwn }) => !isOwn)).toBe(true);
  });

  it("a village that was taken off the forum stays in the list, for it would be missed", async () => {
    const id = await signedCase();
    const before = (await signingOf(id, "camat")).answers.map(({ village }) => village.id);
    await db.delete(forumVillages).where(eq(forumVillages.villageId, "village-b"));
    const after = (await signingOf(id, "camat")).answers.map(({ village }) => village.id);
    await db
      .insert(forumVillages)
      .values({ forumId: "forum-in-session", villageId: "village-b", position: 1 });
    expect(after).toEqual(before);
  });

  it("a village knows its own answer by its mask", async () => {
    const id = await signedCase();
    const own = (await signingOf(id, "representative-a")).answers.filter(({ isOwn }) => isOwn);
    expect(own).toMatchObject([{ answer: "objected", by: null }]);
    expect(own[0]?.village).not.toHaveProperty("name");
  });
});
