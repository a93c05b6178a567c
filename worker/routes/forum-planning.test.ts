import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ForumPage } from "../actions/forums.ts";
import { openDatabase } from "../db/open.ts";
import { agendaItems, auditLog, documents, forumMembers, forums, openRooms } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { noticesSinceLast, watchNotices } from "../testing/told-rooms.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const notAllowed = { status: 403, code: "not-allowed" };
const hourMs = 3_600_000;

beforeAll(async () => {
  await buildWorld();
  await watchNotices();
});

const plan = () => ({
  title: "  Forum Sinau Triwulan IV 2026  ",
  theme: "planning",
  stage: "regular",
  startsAt: Date.now() + 24 * hourMs,
  endsAt: Date.now() + 27 * hourMs,
  place: "Pendopo Kecamatan Contoh",
  chairPersonId: null,
});

async function create(personId: string, changes: object = {}): Promise<Response> {
  const cookie = await cookieOf(personId);
  return ask("/api/forums", { json: { ...plan(), ...changes }, cookie });
}

async function change(personId: string, changes: object, basedOn: object, id = "forum-planned") {
  const cookie = await cookieOf(personId);
  return ask(`/api/forums/${id}`, { method: "PATCH", json: { changes, basedOn }, cookie });
}

const forumOf = async (id: string) => (await db.select().from(forums).where(eq(forums.id, id)))[0];
const factsOf = (id: string) => db.select().from(auditLog).where(eq(auditLog.subjectId, id));

describe("a new forum", () => {
  it.each(["facilitator", "camat"])(
    "is made by the %s with its minutes and an agenda to begin with, and recorded",
    async (who) => {
      const answer = await create(who);
      expect(answer.status).toBe(201);
      const { forumId } = await answer.json<{ forumId: string }>();
      expect(await forumOf(forumId)).toMatchObject({
        districtId: "99.01.01",
        title: "Forum Sinau Triwulan IV 2026",
        status: "planned",
        lanesAreOpen: false,
      });
      const rows = await db.select().from(documents).where(eq(documents.forumId, forumId));
      expect(rows).toMatchObject([
        { kind: "minutes", status: "draft", title: "Notulen: Forum Sinau Triwulan IV 2026" },
      ]);
      const page: ForumPage = await (
        await ask(`/api/forums/${forumId}`, { cookie: await cookieOf("facilitator") })
      ).json();
      expect(page.agenda.map(({ title }) => title)).toEqual([
        "Pembukaan",
        "Kesepakatan dan tindak lanjut",
        "Penutup",
      ]);
      expect(page.may).toEqual({
        ...{ configure: true, proposeCase: false, sortCases: true },
        export: true,
      });
      const [fact] = await factsOf(forumId);
      expect(fact).toMatchObject({ action: "forumCreated", personId: who, forumId });
      expect(fact?.details).not.toContain("Triwulan");
    },
  );

  it.each(["participant-a", "representative-a", "minute-taker", "reviewer", "inspector"])(
    "is not the %s's to make",
    async (who) => {
      expect(await refusal(await create(who))).toEqual(notAllowed);
    },
  );

  it("stands in the maker's own district", async () => {
    const answer = await create("facilitator-elsewhere");
    const { forumId } = await answer.json<{ forumId: string }>();
    expect((await forumOf(forumId))?.districtId).toBe("99.01.02");
  });

  it("may have begun this morning, but is not over", async () => {
    const startsAt = Date.now() - hourMs;
    expect((await create("facilitator", { startsAt, endsAt: Date.now() + hourMs })).status).toBe(
      201,
    );
    const over = await create("facilitator", { startsAt, endsAt: Date.now() - 1 });
    expect(await refusal(over)).toEqual({
      status: 422,
      code: "forum-in-past",
      field: "startsAt",
    });
  });

  it.each([
    [{ endsAt: 1 }, { code: "forum-time-wrong", field: "endsAt" }],
    [{ endsAt: Date.now() + 30 * 24 * hourMs }, { code: "forum-time-wrong", field: "endsAt" }],
    [{ title: " \u200b " }, { code: "invalid-field", field: "title" }],
    [{ title: "x".repeat(161) }, { code: "invalid-field", field: "title" }],
    [{ place: "" }, { code: "invalid-field", field: "place" }],
    [{ theme: "weather" }, { code: "invalid-field", field: "theme" }],
    [{ startsAt: "besok" }, { code: "invalid-field", field: "startsAt" }],
    [{ chairPersonId: "villager-d" }, { code: "invalid-field", field: "chairPersonId" }],
    [{ chairPersonId: "removed" }, { code: "invalid-field", field: "chairPersonId" }],
  ])("with %j is refused by the field's name", async (changes, answer) => {
    expect(await refusal(await create("facilitator", changes))).toEqual({ status: 422, ...answer });
  });
});

describe("what is planned of a forum", () => {
  beforeEach(async () => {
    await db
      .update(forums)
      .set({ place: "Balai", title: "Judul", leaderPersonId: null, lanesAreOpen: false })
      .where(eq(forums.id, "forum-planned"));
  });

  it("is changed by its hosts and recorded by the fields' names alone", async () => {
    const answer = await change(
      "camat",
      { place: "Pendopo", chairPersonId: "camat" },
      {
        place: "Balai",
        chairPersonId: null,
      },
    );
    expect(answer.status).toBe(204);
    expect(await forumOf("forum-planned")).toMatchObject({
      place: "Pendopo",
      chairPersonId: "camat",
    });
    const fact = (await factsOf("forum-planned")).at(-1);
    expect(fact).toMatchObject({ action: "forumChanged", personId: "camat" });
    expect(JSON.parse(fact?.details ?? "")).toEqual({ fields: "place,chairPersonId" });
  });

  it("is not changed by those who see it, and unknown to the others", async () => {
    const [to, from] = [{ place: "Pendopo" }, { place: "Balai Desa Contoh A" }];
    for (const who of ["participant-a", "minute-taker", "observer", "reviewer"]) {
      expect(await refusal(await change(who, to, from, "forum-in-session"))).toEqual(notAllowed);
    }
    for (const who of ["villager-c", "facilitator-elsewhere"]) {
      expect(await refusal(await change(who, to, from, "forum-in-session"))).toEqual(notFound);
    }
  });

  it("may be changed by two at once where the fields differ, and otherwise by the first", async () => {
    const both = await Promise.all([
      change("facilitator", { place: "Pendopo" }, { place: "Balai" }),
      change("camat", { title: "Judul baru" }, { title: "Judul" }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect(await forumOf("forum-planned")).toMatchObject({ place: "Pendopo", title: "Judul baru" });
    const late = await change("camat", { place: "Aula" }, { place: "Balai" });
    expect(await refusal(late)).toEqual({ status: 409, code: "changed-meanwhile" });
    expect((await forumOf("forum-planned"))?.place).toBe("Pendopo");
    expect((await factsOf("forum-planned")).at(-1)?.details).not.toContain("Aula");
  });

  it("tells open rooms where it decides rights, and leaves them alone otherwise", async () => {
    await db.insert(openRooms).values({ room: "forum:forum-planned", openedAt: 0 });
    await noticesSinceLast();
    await change("facilitator", { place: "Pendopo" }, { place: "Balai" });
    expect(await noticesSinceLast()).toEqual([]);
    await change("facilitator", { lanesAreOpen: true }, { lanesAreOpen: false });
    expect(await noticesSinceLast()).toEqual([{ room: "forum:forum-planned", personId: null }]);
  });

  it("lets a minute-taker of the forum lead, and nobody else", async () => {
    const from = { leaderPersonId: null };
    for (const leaderPersonId of ["minute-taker", "facilitator", "participant-a"]) {
      expect(await refusal(await change("facilitator", { leaderPersonId }, from))).toEqual({
        status: 422,
        code: "invalid-field",
        field: "leaderPersonId",
      });
    }
    await db
      .insert(forumMembers)
      .values({ forumId: "forum-planned", personId: "minute-taker", role: "minuteTaker" });
    const leaderPersonId = "minute-taker";
    expect((await change("facilitator", { leaderPersonId }, from)).status).toBe(204);
    await db
      .delete(forumMembers)
      .where(and(eq(forumMembers.forumId, "forum-planned"), eq(forumMembers.role, "minuteTaker")));
  });

  it("does not move into the past, but one that was held is put right", async () => {
    const before = await forumOf("forum-ended-last");
    const past = { startsAt: 1000, endsAt: 2000 };
    const seen = await forumOf("forum-planned");
    expect(await refusal(await change("facilitator", past, seen ?? {}))).toMatchObject({
      code: "forum-in-past",
    });
    const right = { endsAt: (before?.endsAt ?? 0) + hourMs };
    const answer = await change(
      "facilitator",
      right,
      { endsAt: before?.endsAt },
      "forum-ended-last",
    );
    expect(answer.status).toBe(204);
  });

  it("is still whole: no agenda of another forum was touched", async () => {
    const items = await db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.forumId, "forum-in-session"));
    expect(items).toHaveLength(2);
  });
});
