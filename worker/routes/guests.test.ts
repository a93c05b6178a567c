import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { ForumPage } from "../actions/forums.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, people } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const path = "/api/forums/forum-in-session/guests";

beforeAll(buildWorld);

const guest = {
  name: "Prof. Dr. Nu'man, M.Si.",
  position: "Dosen",
  office: "Universitas Contoh",
  phone: "",
  role: "observer",
  sector: "academia",
};

async function add(personId: string, changes: object = {}): Promise<Response> {
  return ask(path, { json: { ...guest, ...changes }, cookie: await cookieOf(personId) });
}
async function put(personId: string, whom: string, json: object): Promise<Response> {
  return ask(`${path}/${whom}`, { method: "PUT", json, cookie: await cookieOf(personId) });
}
async function guestOnPage(id: string) {
  const cookie = await cookieOf("participant-a");
  const page: ForumPage = await (await ask("/api/forums/forum-in-session", { cookie })).json();
  return page.officials.find((official) => official.id === id);
}

describe("a guest", () => {
  it("comes with the part of society that they are of, once", async () => {
    const answer = await add("facilitator");
    expect(answer.status).toBe(201);
    const { personId } = await answer.json<{ personId: string }>();
    expect(await guestOnPage(personId)).toMatchObject({
      name: guest.name,
      office: guest.office,
      sector: "academia",
      roles: ["observer"],
    });
    expect(await refusal(await add("camat"))).toEqual({ status: 409, code: "person-exists" });
  });

  it("who is known already is asked as a participant, and recorded without a name", async () => {
    expect((await put("camat", "observer", { role: "participant", sector: "media" })).status).toBe(
      204,
    );
    expect(await guestOnPage("observer")).toMatchObject({
      sector: "media",
      roles: ["participant"],
    });
    const [fact] = await db.select().from(auditLog).where(eq(auditLog.subjectId, "observer"));
    expect(fact).toMatchObject({ action: "memberChanged", personId: "camat" });
    expect(JSON.parse(fact?.details ?? "")).toEqual({ roles: "participant", sector: "media" });
  });

  it("is nobody of a village, nobody removed, and nobody's minute-taker but the camat's", async () => {
    const order = { role: "observer", sector: "media" };
    for (const whom of ["participant-a", "removed", "villager-d", "unknown"]) {
      expect(await refusal(await put("facilitator", whom, order))).toEqual(notFound);
    }
    expect((await put("facilitator", "minute-taker", order)).status).toBe(403);
  });

  it.each([
    [{ sector: "army" }, "sector"],
    [{ role: "minuteTaker" }, "role"],
    [{ name: " " }, "name-missing"],
    [{ office: "" }, "place-missing"],
  ])("with %j is refused by what is wrong", async (changes, field) => {
    expect(await refusal(await add("facilitator", changes))).toEqual({
      status: 422,
      code: "invalid-field",
      field,
    });
  });

  it.each(["participant-a", "minute-taker", "facilitator-elsewhere"])(
    "is not the %s's to bring in",
    async (who) => {
      expect(await refusal(await add(who, { name: "Tamu Lain" }))).toEqual(notFound);
      const rows = await db.select().from(people).where(eq(people.name, "Tamu Lain"));
      expect(rows).toEqual([]);
    },
  );
});
