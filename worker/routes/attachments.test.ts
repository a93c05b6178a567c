import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../../domain/file-type.ts";
import type { ModuleStatus } from "../../domain/modules.ts";
import { api } from "../api.ts";
import { openDatabase } from "../db/open.ts";
import { attachments, auditLog, forums } from "../db/schema.ts";
import type { Env } from "../env.ts";
import { addModule } from "../testing/modules.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const beside = (kind: string, id: string) =>
  `/api/forums/${forumId}/attachments?subjectKind=${kind}&subjectId=${id}`;
const besideList = beside("attendance", forumId);

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const photo = bytes("\xff\xd8\xff\xe0\0\x10JFIF and light");
const scan = bytes("%PDF-1.7\n%%EOF");

let noted = 0;
/** The log's rows of this test: it is append-only. */
const facts = async () => (await db.select().from(auditLog).orderBy(auditLog.seq)).slice(noted);

beforeAll(buildWorld);
beforeEach(async () => {
  noted = await db.$count(auditLog);
  await db.delete(attachments);
  await forumIs("inSession");
  for (const { key } of await stored()) await env.FILES?.delete(key);
});

const forumIs = (status: "inSession" | "ended" | "planned") =>
  db.update(forums).set({ status }).where(eq(forums.id, forumId));
const stored = async () => (await env.FILES?.list())?.objects ?? [];

interface Sent {
  by?: string;
  to?: string;
  name?: string;
  type?: string;
  bindings?: Partial<Env>;
}

async function send(
  body: BodyInit,
  {
    by = "minute-taker",
    to = besideList,
    name = "hadir.jpg",
    type = "image/jpeg",
    bindings,
  }: Sent = {},
): Promise<Response> {
  const headers = {
    cookie: await cookieOf(by),
    origin: "http://sinau.test",
    "content-type": type,
    "x-file-name": encodeURIComponent(name),
  };
  const request = new Request(`http://sinau.test${to}`, { method: "POST", headers, body });
  return bindings ? api.fetch(request, { ...env, ...bindings }) : exports.default.fetch(request);
}

const added = async (answer: Response) => {
  expect(answer.status).toBe(201);
  return answer.json<{ id: string; name: string; contentType: string; sizeBytes: number }>();
};
const fetchFile = async (id: string, by = "participant-b", headers = {}) =>
  ask(`/api/attachments/${id}`, { cookie: await cookieOf(by), headers });
const remove = async (id: string, by: string) =>
  ask(`/api/attachments/${id}`, { method: "DELETE", cookie: await cookieOf(by) });
const nothingIsKept = async () => {
  expect(await db.$count(attachments)).toBe(0);
  expect(await stored()).toEqual([]);
};

describe("a file beside the list", () => {
  it("is kept with its fingerprint and comes back as it was, as an attachment that nothing runs", async () => {
    const file = await added(await send(photo, { name: "Daftar hadir (halaman 1).JPG" }));
    expect(file).toMatchObject({ name: "Daftar hadir (halaman 1).jpg", contentType: "image/jpeg" });
    const answer = await fetchFile(file.id);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(photo);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": `${photo.byteLength}`,
      "content-disposition":
        "attachment; filename=\"Daftar hadir (halaman 1).jpg\"; filename*=UTF-8''Daftar%20hadir%20%28halaman%201%29.jpg",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    const [row] = await db.select().from(attachments);
    const digest = await crypto.subtle.digest("SHA-256", photo);
    expect(row?.sha256).toBe(
      [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    );
    expect((await stored()).map(({ key }) => key)).toEqual([file.id]);
    const [fact] = await facts();
    expect(fact).toMatchObject({ action: "fileAdded", subjectId: file.id, forumId });
    expect(fact?.details).not.toContain("hadir");
  });

  it("is not sent twice to a browser that has it, and asked for anew each time", async () => {
    const { id } = await added(await send(scan, { type: "application/pdf", name: "pindai.pdf" }));
    const etag = (await fetchFile(id)).headers.get("etag") ?? "";
    const again = await fetchFile(id, "participant-b", { "if-none-match": etag });
    expect(again.status).toBe(304);
    const stranger = await fetchFile(id, "villager-c", { "if-none-match": etag });
    expect(await refusal(stranger)).toEqual(notFound);
  });

  it.each([
    ['ha"dir\r\nSet-Cookie: a=b.jpg', "ha dir Set-Cookie a=b.jpg"],
    ["../../../index.html", "index.jpg"],
    ["hadir.pdf", "hadir.jpg"],
    ["Ma'ruf — hadir 😀.jpg", "Ma'ruf — hadir 😀.jpg"],
    ["", "berkas.jpg"],
  ])("named %j is named %j", async (name, kept) => {
    const file = await added(await send(photo, { name }));
    expect(file.name).toBe(kept);
    const { headers } = await fetchFile(file.id);
    const disposition = headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(
      /^attachment; filename="[ -!#-[\]-~]+"; filename\*=UTF-8''[\w.~%-]+$/,
    );
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toBe(kept);
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("with a header that is no name at all is kept under another", async () => {
    const headers = { "x-file-name": "%E0%A4%A", "content-type": "image/jpeg" };
    const request = new Request(`http://sinau.test${besideList}`, {
      method: "POST",
      headers: { ...headers, cookie: await cookieOf("minute-taker"), origin: "http://sinau.test" },
      body: photo,
    });
    expect((await added(await exports.default.fetch(request))).name).toBe("berkas.jpg");
  });
});

describe("what is refused, and leaves nothing behind", () => {
  it.each<[string, BodyInit, string, string]>([
    [
      "a web page as .jpg",
      "<!doctype html><script>alert(1)</script>",
      "image/jpeg",
      "file-type-refused",
    ],
    [
      "a drawing that may run scripts",
      "<svg onload='alert(1)'/>",
      "image/svg+xml",
      "file-type-refused",
    ],
    ["an archive as PDF", "PK\x03\x04%PDF-", "application/pdf", "file-type-refused"],
    ["a web page in front of a PDF", "<html>%PDF-1.7", "application/pdf", "file-type-refused"],
    ["a PDF as .jpg", "%PDF-1.7", "image/jpeg", "file-not-what-it-says"],
    ["a photo as PDF", photo, "application/pdf", "file-not-what-it-says"],
    ["a photo as a web page", photo, "text/html", "file-not-what-it-says"],
    ["nothing", "", "image/jpeg", "file-empty"],
  ])("%s", async (_, body, type, code) => {
    expect(await refusal(await send(body, { type }))).toEqual({ status: 422, code });
    await nothingIsKept();
  });

  it("more than 10 MB, whether it says so or not", async () => {
    const large = new Uint8Array(11 * 1024 * 1024);
    large.set(scan);
    const refused = { status: 413, code: "file-too-large" };
    expect(await refusal(await send(large, { type: "application/pdf" }))).toEqual(refused);
    const unannounced = new Blob([large]).stream();
    expect(await refusal(await send(unannounced, { type: "application/pdf" }))).toEqual(refused);
    await nothingIsKept();
  });

  it("but 10 MB exactly are taken", async () => {
    const large = new Uint8Array(maxFileBytes);
    large.set(scan);
    const file = await added(await send(large, { type: "application/pdf", name: "a.pdf" }));
    expect(file.sizeBytes).toBe(maxFileBytes);
  });

  it("the twenty-first", async () => {
    for (let count = 0; count < 20; count++) await added(await send(photo));
    expect(await refusal(await send(photo))).toEqual({ status: 409, code: "too-many-files" });
    expect(await stored()).toHaveLength(20);
  });

  it("a subject that is none, or another forum's", async () => {
    expect(await refusal(await send(photo, { to: beside("person", "x") }))).toMatchObject({
      status: 422,
    });
    const another = beside("attendance", "forum-ended-last");
    expect(await refusal(await send(photo, { to: another }))).toEqual(notFound);
    expect(await refusal(await send(photo, { to: beside("followUp", "none") }))).toEqual(notFound);
    await nothingIsKept();
  });

  it("anything before the forum's day", async () => {
    await forumIs("planned");
    expect(await refusal(await send(photo))).toEqual({ status: 403, code: "not-allowed" });
  });
});

describe("where the store fails", () => {
  const failing = (method: "put" | "get" | "delete") =>
    new Proxy(env.FILES as R2Bucket, {
      get(target, name) {
        if (name === method) return () => Promise.reject(new Error("the store is away"));
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });

  it("no row says that there is a file", async () => {
    const answer = await send(photo, { bindings: { FILES: failing("put") } });
    expect(answer.status).toBe(500);
    await nothingIsKept();
  });

  it("a file whose row could not be written is removed", async () => {
    await db.run(
      "CREATE TRIGGER full BEFORE INSERT ON attachments BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    const answer = await send(photo);
    await db.run("DROP TRIGGER full");
    expect(answer.status).toBe(500);
    await nothingIsKept();
    expect(await facts()).toHaveLength(0);
  });

  it("what was removed is gone for people all the same", async () => {
    const { id } = await added(await send(photo));
    const cookie = await cookieOf("facilitator");
    const request = new Request(`http://sinau.test/api/attachments/${id}`, {
      method: "DELETE",
      headers: { cookie, origin: "http://sinau.test" },
    });
    const answer = await api.fetch(request, { ...env, FILES: failing("delete") });
    expect(answer.status).toBe(204);
    expect(await refusal(await fetchFile(id))).toEqual(notFound);
  });

  it("without a store the answer says so, and the list offers no file", async () => {
    const { FILES: _, ...without } = env;
    const headers = {
      cookie: await cookieOf("minute-taker"),
      origin: "http://sinau.test",
      "content-type": "image/jpeg",
    };
    const post = new Request(`http://sinau.test${besideList}`, {
      method: "POST",
      headers,
      body: photo,
    });
    expect(await refusal(await api.fetch(post, without))).toEqual({
      status: 503,
      code: "files-unavailable",
    });
    const get = new Request(`http://sinau.test/api/forums/${forumId}/attendance`, { headers });
    const list = await (await api.fetch(get, without)).json();
    expect(list).toMatchObject({ keepsFiles: false, mayAttach: false });
  });
});

describe("taking a file away", () => {
  it("is for who added it while the forum runs, and for facilitators always", async () => {
    const { id } = await added(await send(photo));
    await forumIs("ended");
    expect((await remove(id, "minute-taker")).status).toBe(403);
    await forumIs("inSession");
    expect((await remove(id, "minute-taker")).status).toBe(204);
    const other = await added(await send(photo));
    await forumIs("ended");
    expect((await remove(other.id, "facilitator")).status).toBe(204);
    expect(await stored()).toEqual([]);
  });

  it("marks its row, is written down, and cannot be done twice", async () => {
    const { id } = await added(await send(photo));
    await remove(id, "facilitator");
    const [row] = await db.select().from(attachments);
    expect(row?.removedAt).toBeGreaterThan(0);
    expect((await facts()).map(({ action }) => action)).toEqual(["fileAdded", "fileRemoved"]);
    expect(await refusal(await fetchFile(id))).toEqual(notFound);
    expect(await refusal(await remove(id, "facilitator"))).toEqual(notFound);
  });
});

describe("a file beside a module", () => {
  const besideModule = "/api/forums/circle-module/attachments?subjectKind=module&subjectId=module";
  const moduleIs = (status: ModuleStatus) =>
    addModule("module", {
      districtId: "99.01.01",
      status,
      askedPersonIds: ["participant-b"],
    });

  it("is put there by who writes it, and read by whoever reads the module", async () => {
    await moduleIs("design");
    const { id } = await added(await send(photo, { by: "participant-b", to: besideModule }));
    expect(await refusal(await fetchFile(id, "participant-a"))).toEqual(notFound);
    await moduleIs("trial");
    expect((await fetchFile(id, "villager-c")).status).toBe(200);
    expect((await send(photo, { by: "villager-c", to: besideModule })).status).toBe(403);
    expect((await remove(id, "participant-a")).status).toBe(403);
    expect((await remove(id, "participant-b")).status).toBe(204);
  });

  it("is added no more once the module is published", async () => {
    await moduleIs("published");
    expect((await send(photo, { by: "facilitator", to: besideModule })).status).toBe(403);
    const elsewhere = besideModule.replace("circle-module", forumId);
    await moduleIs("trial");
    expect(await refusal(await send(photo, { by: "facilitator", to: elsewhere }))).toEqual(
      notFound,
    );
    await nothingIsKept();
  });
});
