import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InvitationLink } from "../actions/invitations.ts";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, signInLinks } from "../db/schema.ts";
import { type Ask, ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const notAllowed = { status: 403, code: "not-allowed" };

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(signInLinks);
});

async function as(personId: string, path: string, options: Ask = {}): Promise<Response> {
  return ask(path, { ...options, cookie: await cookieOf(personId) });
}
const post = (personId: string, path: string, json: unknown) =>
  as(personId, `/api/people/${path}`, { json });
const actionsOf = async (subjectId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(
    ({ action }) => action,
  );

describe("invitation links", () => {
  const linksOf = async (personId: string, ids: string[]) => {
    const answer = await post(personId, "links", { personIds: ids, forumId: "forum-planned" });
    return (await answer.json<{ links: InvitationLink[] }>()).links;
  };
  const signIn = ({ address }: InvitationLink) =>
    ask("/api/sign-in", { json: { token: address.split("#")[1] } });

  it("open a session, are the same until they are used, and are stored nowhere", async () => {
    const [first] = await linksOf("facilitator", ["villager-c"]);
    if (first === undefined) throw new Error("no link");
    expect(first.text).toContain(first.address);
    expect(first.text).toContain("Yth. Bapak/Ibu Warga villager-c");
    expect(await linksOf("camat", ["villager-c"])).toEqual([first]);
    const stored = JSON.stringify(await db.select().from(signInLinks));
    expect(stored).not.toContain(first.address.split("#")[1]);
    expect((await signIn(first)).status).toBe(200);
    const [next] = await linksOf("facilitator", ["villager-c"]);
    expect(next?.address).not.toBe(first.address);
    // Made, shown to the camat, made anew.
    const made = ["linkCreated", "linkCreated", "linkCreated"];
    expect(await actionsOf("villager-c")).toEqual(made);
  });

  it("replace one that was made at random", async () => {
    const token = await createSignInLink(db, "participant-b", Date.now());
    await linksOf("facilitator", ["participant-b"]);
    expect((await ask("/api/sign-in", { json: { token } })).status).toBe(404);
  });

  it("that were revoked are unknown", async () => {
    const [link] = await linksOf("facilitator", ["participant-b"]);
    if (link === undefined) throw new Error("no link");
    const path = "/api/people/participant-b/links";
    expect((await as("facilitator", path, { method: "DELETE" })).status).toBe(204);
    expect(await refusal(await signIn(link))).toEqual({ status: 404, code: "link-unknown" });
    expect((await actionsOf("participant-b")).at(-1)).toBe("linkRevoked");
    expect((await linksOf("facilitator", ["participant-b"]))[0]?.address).not.toBe(link.address);
  });

  it.each(["camat", "facilitator", "minute-taker", "reviewer"])(
    "to the %s are not for a facilitator to make or revoke",
    async (id) => {
      const answer = await post("facilitator", "links", { personIds: [id], forumId: null });
      expect(await refusal(answer)).toEqual(notAllowed);
      const revoked = await as("facilitator", `/api/people/${id}/links`, { method: "DELETE" });
      expect(await refusal(revoked)).toEqual(notAllowed);
    },
  );

  it("to people of another district do not exist", async () => {
    for (const personIds of [["villager-d"], ["villager-c", "villager-d"], ["nobody"]]) {
      const answer = await post("camat", "links", { personIds, forumId: null });
      expect(await refusal(answer)).toEqual(notFound);
    }
    expect(await db.select().from(signInLinks)).toEqual([]);
  });

  it("are no more than 1,000 a day, and the refusal says when to try again", async () => {
    const createdAt = Date.now() - 23 * 60 * 60_000;
    await env.DB.prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
       insert into sign_in_links (token_hash, person_id, created_at, expires_at, created_by_person_id)
       select 'many-' || i, 'participant-a', ?, 0, 'facilitator' from n`,
    )
      .bind(createdAt)
      .run();
    const order = { personIds: ["villager-c"], forumId: null };
    const answer = await post("facilitator", "links", order);
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50 * 60);
    expect(seconds).toBeLessThanOrEqual(60 * 60);
    expect(await refusal(answer)).toEqual({ status: 429, code: "too-many-links" });
    expect((await post("camat", "links", order)).status).toBe(200);
  });
});
