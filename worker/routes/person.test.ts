import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import {
  auditLog,
  forumMembers,
  openRooms,
  passkeys,
  people,
  roles,
  sessions,
  signInLinks,
  waitingDevices,
} from "../db/schema.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { noticesSinceLast, watchNotices } from "../testing/told-rooms.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";
const notAllowed = { status: 403, code: "not-allowed" };

beforeAll(async () => {
  await buildWorld();
  await db.insert(people).values([
    {
      id: "office-elsewhere",
      districtId: "99.01.02",
      name: "Peninjau Lain",
      position: "Analis",
      office: "Bappeda Contoh",
      createdAt: 0,
    },
  ]);
  await watchNotices();
  await db.insert(openRooms).values({ room: "case-open", openedAt: 0 });
});
beforeEach(noticesSinceLast);

async function as(personId: string, method: string, path: string, json?: unknown) {
  const cookie = await cookieOf(personId);
  return ask(`/api/people/${path}`, { method, cookie, ...(json === undefined ? {} : { json }) });
}
const rolesOf = async (personId: string) =>
  (await db.select().from(roles).where(eq(roles.personId, personId))).map(
    (row) => `${row.districtId} ${row.role}`,
  );
const lastFact = async () => {
  const rows = await db.select().from(auditLog).where(eq(auditLog.districtId, here));
  return rows.sort((a, b) => b.seq - a.seq)[0];
};
const notified = async () => (await noticesSinceLast()).map(({ personId }) => personId);

const routes: [string, string, unknown?][] = [
  ["GET", ""],
  ["PATCH", "", { position: "Lain" }],
  ["DELETE", ""],
  ["POST", "/code"],
  ["PUT", "/roles/reviewer"],
  ["DELETE", "/roles/reviewer"],
];

describe.each(routes)("looking after one person (%s %s)", (method, path, json) => {
  it("is for nobody who has not signed in", async () => {
    const options = { method, ...(json === undefined ? {} : { json }) };
    expect(await refusal(await ask(`/api/people/participant-a${path}`, options))).toEqual(
      notSignedIn,
    );
  });

  it.each(["participant-b", "representative-a", "minute-taker", "reviewer", "inspector"])(
    "does not exist for the %s",
    async (personId) => {
      expect(await refusal(await as(personId, method, `participant-a${path}`, json))).toEqual(
        notFound,
      );
    },
  );

  it("does not reach people of another district, nor unknown ones", async () => {
    for (const personId of ["villager-d", "unknown"]) {
      expect(await refusal(await as("camat", method, `${personId}${path}`, json))).toEqual(
        notFound,
      );
    }
    const foreign = await as("facilitator-elsewhere", method, `participant-a${path}`, json);
    expect((await refusal(foreign)).status).toBe(path.startsWith("/roles") ? 403 : 404);
  });

  it.each(["camat", "facilitator", "minute-taker", "reviewer"])(
    "is refused to a facilitator where the person is a %s",
    async (personId) => {
      expect(await refusal(await as("facilitator", method, `${personId}${path}`, json))).toEqual(
        notAllowed,
      );
    },
  );
});

describe("one person", () => {
  it("is shown whole to a facilitator", async () => {
    await createSignInLink(db, "participant-b", 1000);
    await cookieOf("participant-b");
    const answer = await as("facilitator", "GET", "participant-b");
    expect(await answer.json()).toMatchObject({
      person: { name: "Warga participant-b", village: { id: "village-b" }, phone: null },
      roles: [],
      places: [{ forumId: "forum-in-session", role: "participant" }],
      openDevices: expect.any(Number),
      link: { createdAt: 1000, usedAt: null },
      mayGiveRoles: false,
    });
  });

  it("is corrected, and the log names the fields and not the words", async () => {
    const json = { name: "Ma'ruf, S.Sos., M.Si.", phone: "0812-3456-7890" };
    expect((await as("facilitator", "PATCH", "demo-a", json)).status).toBe(204);
    const [row] = await db.select().from(people).where(eq(people.id, "demo-a"));
    expect(row).toMatchObject({ name: json.name, phone: "6281234567890" });
    const fact = await lastFact();
    expect(fact).toMatchObject({ action: "personCorrected", subjectId: "demo-a" });
    expect(JSON.parse(fact?.details ?? "")).toEqual({ fields: "name,phone" });
    expect(await notified()).toEqual(["demo-a"]);
  });

  it.each([
    [{ name: " \u200B " }, "name"],
    [{ position: "" }, "position"],
    [{ phone: "bukan nomor" }, "phone"],
    [{ name: 5 }, "name"],
  ])("is not corrected to %j", async (json, field) => {
    const before = await lastFact();
    expect(await refusal(await as("camat", "PATCH", "demo-a", json))).toEqual({
      status: 422,
      code: "invalid-field",
      field,
    });
    expect(await lastFact()).toEqual(before);
  });

  it("keeps everything as it is where nothing differs", async () => {
    const before = await lastFact();
    const [row] = await db.select().from(people).where(eq(people.id, "participant-a"));
    const json = { name: row?.name, position: row?.position };
    expect((await as("camat", "PATCH", "participant-a", json)).status).toBe(204);
    expect(await lastFact()).toEqual(before);
  });
});

describe("a role in the district", () => {
  it("is given and taken by the camat, once, and rooms are told", async () => {
    await as("camat", "PUT", "minute-taker/roles/facilitator");
    expect(await rolesOf("minute-taker")).toEqual([`${here} facilitator`]);
    const given = await lastFact();
    expect(given).toMatchObject({ action: "roleGiven", roles: "camat", personId: "camat" });
    await as("camat", "PUT", "minute-taker/roles/facilitator");
    expect((await lastFact())?.seq).toBe(given?.seq);
    await as("camat", "DELETE", "minute-taker/roles/facilitator");
    expect(await rolesOf("minute-taker")).toEqual([]);
    expect(await lastFact()).toMatchObject({ action: "roleTaken", subjectId: "minute-taker" });
    expect(new Set(await notified())).toEqual(new Set(["minute-taker"]));
  });

  it("is not given by a facilitator", async () => {
    expect(
      await refusal(await as("facilitator", "PUT", "participant-a/roles/facilitator")),
    ).toEqual(notAllowed);
  });

  it("must be one that there is", async () => {
    expect(await refusal(await as("camat", "PUT", "participant-a/roles/king"))).toEqual(notFound);
  });

  it("of the last camat cannot be taken, also not by two who take each other's at once", async () => {
    const last = { status: 409, code: "last-camat" };
    expect(await refusal(await as("camat", "DELETE", "camat/roles/camat"))).toEqual(last);
    await as("camat", "PUT", "minute-taker/roles/camat");
    const answers = await Promise.all([
      as("camat", "DELETE", "minute-taker/roles/camat"),
      as("minute-taker", "DELETE", "camat/roles/camat"),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await db
      .select()
      .from(roles)
      .where(and(eq(roles.districtId, here), eq(roles.role, "camat")));
    expect(left).toHaveLength(1);
    await db.delete(roles).where(eq(roles.role, "camat"));
    await db.insert(roles).values({ personId: "camat", districtId: here, role: "camat" });
  });

  it("of a reviewer reaches an office of another district by its code, and nobody else there", async () => {
    expect((await as("camat", "PUT", "office-elsewhere/roles/reviewer")).status).toBe(204);
    expect(await rolesOf("office-elsewhere")).toEqual([`${here} reviewer`]);
    for (const path of ["office-elsewhere/roles/facilitator", "villager-d/roles/reviewer"]) {
      expect(await refusal(await as("camat", "PUT", path))).toEqual(notFound);
    }
    const log = "/api/audit";
    expect((await ask(log, { cookie: await cookieOf("office-elsewhere") })).status).toBe(200);
    await as("camat", "DELETE", "office-elsewhere/roles/reviewer");
    const after = await ask(log, { cookie: await cookieOf("office-elsewhere") });
    expect(await refusal(after)).toEqual(notFound);
  });
});

describe("a code for who lost the phone", () => {
  it("is told once, and ends what the lost phone could do", async () => {
    const lost = await cookieOf("villager-c");
    await createSignInLink(db, "villager-c", Date.now());
    const answer = await as("facilitator", "POST", "villager-c/code");
    const { code, expiresAt } = await answer.json<{ code: string; expiresAt: number }>();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await ask("/api/me", { cookie: lost })).status).toBe(401);
    const links = await db.select().from(signInLinks).where(eq(signInLinks.personId, "villager-c"));
    expect(links.map(({ kind, revokedAt }) => [kind, revokedAt !== null]).sort()).toEqual([
      ["code", false],
      ["link", true],
    ]);
    expect(links.find(({ kind }) => kind === "code")).toMatchObject({
      expiresAt,
      createdByPersonId: "facilitator",
    });
    const fact = await lastFact();
    expect(fact).toMatchObject({ action: "codeCreated", subjectId: "villager-c" });
    expect(JSON.stringify(fact)).not.toContain(code);
    expect(await notified()).toEqual(["villager-c"]);
  });
});

describe("somebody who is removed", () => {
  it("is nobody any more, and a pseudonym keeps the places", async () => {
    const [before] = await db.select().from(people).where(eq(people.id, "representative-a"));
    const token = await createSignInLink(db, "representative-a", Date.now());
    const cookie = await cookieOf("representative-a");
    await db.insert(passkeys).values({
      credentialId: "key",
      personId: "representative-a",
      publicKey: Buffer.from([1]),
      counter: 0,
      transports: "",
      createdAt: 0,
    });
    await db.insert(waitingDevices).values({
      secretHash: "s",
      id: "w",
      kind: "claim",
      villageId: "village-a",
      saidName: ` ${before?.name.toUpperCase()} `,
      createdAt: 0,
      expiresAt: 1,
    });
    expect((await as("facilitator", "DELETE", "representative-a")).status).toBe(204);

    const [row] = await db.select().from(people).where(eq(people.id, "representative-a"));
    expect(row?.name).toMatch(/^Mantan peserta [A-Z2-9]{4}$/);
    expect(row).toMatchObject({ position: "", phone: null, office: null, personKey: null });
    expect(row?.removedAt).not.toBeNull();
    expect((await ask("/api/me", { cookie })).status).toBe(401);
    expect((await ask("/api/sign-in/preview", { json: { token } })).status).toBe(404);
    expect((await ask("/api/sign-in", { json: { token } })).status).toBe(404);
    // A cookie that came into being too late opens nothing either.
    const late = await cookieOf("representative-a");
    expect((await ask("/api/me", { cookie: late })).status).toBe(401);
    expect(await db.select().from(passkeys)).toEqual([]);
    expect((await db.select().from(waitingDevices))[0]?.saidName).toBeNull();
    const places = await db
      .select()
      .from(forumMembers)
      .where(eq(forumMembers.personId, "representative-a"));
    expect(places).toHaveLength(2);
    expect(await lastFact()).toMatchObject({
      action: "personRemoved",
      subjectId: "representative-a",
    });
    expect(await notified()).toEqual(["representative-a"]);
    expect(await refusal(await as("camat", "GET", "representative-a"))).toEqual(notFound);
    await db.delete(sessions).where(eq(sessions.personId, "representative-a"));
  });

  it("is not the district's last camat", async () => {
    expect(await refusal(await as("camat", "DELETE", "camat"))).toEqual({
      status: 409,
      code: "last-camat",
    });
    const [row] = await db.select().from(people).where(eq(people.id, "camat"));
    expect(row?.removedAt).toBeNull();
    expect(await rolesOf("camat")).toEqual([`${here} camat`]);
  });
});
