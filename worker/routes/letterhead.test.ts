import { env, exports } from "cloudflare:workers";
import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { maxEmblemBytes } from "../../domain/letterhead.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const db = openDatabase(env);
const lines = { government: "", office: "", address: "", contact: "" };
const ofForum = "/api/forums/forum-in-session/letterhead";

async function as(personId: string, path = "/api/letterhead", request: object = {}) {
  return ask(path, { cookie: await cookieOf(personId), ...request });
}

const put = (json: unknown) => as("camat", "/api/letterhead", { method: "PUT", json });

/** A picture's first bytes, and as many more. */
function png(size = 64, fill = 7): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).fill(fill);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  return bytes;
}

async function putPicture(body: BodyInit, basedOn: number, type = "image/png") {
  const headers = { cookie: await cookieOf("camat"), origin: "http://sinau.test" };
  const path = `http://sinau.test/api/letterhead/emblem?basedOn=${basedOn}`;
  const request = { method: "PUT", body, headers: { ...headers, "content-type": type } };
  return exports.default.fetch(new Request(path, request));
}

const revision = async () => ((await (await as("camat")).json()) as { revision: number }).revision;

describe("the letterhead", () => {
  it.each(["participant-a", "minute-taker", "facilitator", "reviewer"])(
    "is not the %s's to change",
    async (personId) => {
      expect(await refusal(await as(personId))).toEqual(notFound);
      const json = { lines, basedOn: 0 };
      const changed = await as(personId, "/api/letterhead", { method: "PUT", json });
      expect(await refusal(changed)).toEqual(notFound);
    },
  );

  it("has the district's own names while nobody typed any", async () => {
    expect(await (await as("participant-a", ofForum)).json()).toEqual({
      ...lines,
      government: "PEMERINTAH KABUPATEN CONTOH",
      office: "KECAMATAN CONTOH",
      names: { district: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
      emblem: null,
    });
  });

  it("does not exist for who does not see the forum", async () => {
    expect(await refusal(await as("villager-c", ofForum))).toEqual(notFound);
    expect(await refusal(await as("facilitator-elsewhere", `${ofForum}/emblem`))).toEqual(notFound);
  });

  it.each([
    {},
    { lines },
    { lines: { ...lines, address: "x".repeat(201) }, basedOn: 0 },
    { lines: { government: "" }, basedOn: 0 },
    { lines, basedOn: -1 },
  ])("is not changed to %j", async (json) => {
    expect((await put(json)).status).toBe(422);
  });

  it("is changed by the camat, once for the same words, and who comes second is told", async () => {
    const json = { lines: { ...lines, address: " Jalan Contoh 1 " }, basedOn: 0 };
    expect((await put(json)).status).toBe(204);
    expect((await put(json)).status).toBe(204);
    expect(await revision()).toBe(1);
    const second = await put({ lines: { ...lines, address: "Jalan Lain 2" }, basedOn: 0 });
    expect((await refusal(second)).code).toBe("changed-meanwhile");
    expect(await (await as("participant-a", ofForum)).json()).toMatchObject({
      address: "Jalan Contoh 1",
    });
    const [fact] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(fact).toMatchObject({ action: "letterheadChanged", roles: "camat" });
    expect(JSON.parse(fact?.details ?? "")).toEqual({ fields: "address" });
  });

  it("takes a coat of arms, hands it to who sees the forum, and lets go of the former one", async () => {
    expect((await putPicture(png(), await revision())).status).toBe(204);
    expect((await putPicture(png(80, 9), await revision())).status).toBe(204);
    const shown = await as("participant-a", `${ofForum}/emblem`);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-security-policy")).toContain("sandbox");
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png(80, 9));
    expect((await env.FILES?.list())?.objects).toHaveLength(1);
    const taken = await as("camat", `/api/letterhead/emblem?basedOn=${await revision()}`, {
      method: "DELETE",
    });
    expect(taken.status).toBe(204);
    expect((await env.FILES?.list())?.objects).toHaveLength(0);
    expect(await refusal(await as("participant-a", `${ofForum}/emblem`))).toEqual(notFound);
  });

  it("refuses what is no picture, or too large, and keeps nothing of it", async () => {
    const basedOn = await revision();
    const refused = async (body: BodyInit, type?: string) =>
      (await refusal(await putPicture(body, basedOn, type))).code;
    expect(await refused("")).toBe("file-empty");
    expect(await refused("<svg onload=alert(1)>", "image/svg+xml")).toBe("file-type-refused");
    expect(await refused("%PDF-1.7", "application/pdf")).toBe("emblem-type-refused");
    expect(await refused(png(maxEmblemBytes + 1))).toBe("emblem-too-large");
    expect((await refusal(await putPicture(png(99, 1), basedOn + 5))).code).toBe(
      "changed-meanwhile",
    );
    expect((await env.FILES?.list())?.objects).toHaveLength(0);
  });
});
