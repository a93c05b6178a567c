import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import {
  apiAgreements,
  apiDocuments,
  apiFollowUps,
  apiForums,
  apiNumbers,
  type KeyScope,
} from "../../domain/api-v1.ts";
import { apiKeys } from "../db/api-keys-schema.ts";
import { openDatabase } from "../db/open.ts";
import { agreements, documents, followUps } from "../db/schema.ts";
import { countReading, forgetWrites, keyReadsAllowed } from "../limit-writes.ts";
import { type RouteName, routeAccess } from "../route-access.ts";
import { ask, cookieOf } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);
beforeEach(forgetWrites);

const db = () => openDatabase(env);
const everything: KeyScope[] = ["forums", "register", "library", "evidence"];

async function make(given: { scopes?: KeyScope[]; days?: number; id?: string } = {}) {
  const { scopes = everything, days = 30, id = crypto.randomUUID() } = given;
  const json = { id, name: "Dinas Contoh", scopes, days };
  const answer = await ask("/api/keys", { json, cookie: await cookieOf("camat") });
  expect(answer.status).toBe(201);
  const { key } = await answer.json<{ key: string }>();
  return { id, key };
}

const read = (key: string, path: string) =>
  ask(path, { headers: { authorization: `Bearer ${key}` } });

const numbersPath = "/api/v1/numbers?from=2026-01-01&to=2026-12-31";

it("opens with a key what it was given for, and nothing else", async () => {
  const { key } = await make({ scopes: ["forums"] });
  expect((await read(key, "/api/v1/forums")).status).toBe(200);
  for (const path of ["/api/v1/follow-ups", "/api/v1/documents", numbersPath, "/api/forums"]) {
    expect([401, 404]).toContain((await read(key, path)).status);
  }
  expect((await read(key, "/api/home")).status).toBe(401);
});

it("answers in the shapes that are promised", async () => {
  const { key } = await make();
  const shapes = {
    "/api/v1/forums": apiForums,
    "/api/v1/agreements": apiAgreements,
    "/api/v1/follow-ups": apiFollowUps,
    "/api/v1/documents": apiDocuments,
    [numbersPath]: apiNumbers,
  };
  for (const [path, shape] of Object.entries(shapes)) {
    const answer = await (await read(key, path)).json();
    expect(shape.strict().parse(answer)).toEqual(answer);
  }
});

it("tells of its own district's forums alone", async () => {
  const { key } = await make();
  const { items } = apiForums.parse(await (await read(key, "/api/v1/forums")).json());
  expect(items.length).toBeGreaterThan(0);
  expect(items.some(({ id }) => id === "forum-elsewhere")).toBe(false);
});

it("tells nothing of what is not signed, and no village of an unnamed case", async () => {
  const [document] = await db().select().from(documents).where(eq(documents.kind, "case")).limit(1);
  const id = document?.id ?? "";
  await db().batch([
    db().insert(agreements).values({
      documentId: id,
      nodeId: "agreed",
      position: 0,
      text: "Belanja wajib didahulukan.",
      place: 1,
    }),
    db().insert(followUps).values({
      id: "promised",
      documentId: id,
      nodeId: "promised",
      position: 0,
      activity: "Musyawarah desa",
      responsible: "Nama Orang",
      villageText: "Desa Contoh A",
      villageId: "village-a",
      dueText: "",
      output: "",
      place: 1,
      createdAt: 0,
    }),
  ]);
  const { key } = await make();
  const told = async () => {
    const answers = await Promise.all(
      ["agreements", "follow-ups", "documents"].map(async (path) =>
        (await read(key, `/api/v1/${path}`)).text(),
      ),
    );
    return answers.join("\n");
  };
  await db().update(documents).set({ status: "drafted" }).where(eq(documents.id, id));
  expect(await told()).not.toContain(id);
  await db().update(documents).set({ status: "signed" }).where(eq(documents.id, id));
  const named = await told();
  expect(named).toContain("Belanja wajib didahulukan.");
  expect(named).toContain("Desa Contoh A");
  expect(named).not.toContain("Nama Orang");
  await db().update(documents).set({ isUnnamed: true }).where(eq(documents.id, id));
  const unnamed = await told();
  expect(unnamed).toContain("Musyawarah desa");
  expect(unnamed).not.toContain("Desa Contoh A");
});

it.each([
  ["no key", {}],
  ["a key that never was", { authorization: `Bearer sinau_${"x".repeat(43)}` }],
  ["a session in place of a key", { authorization: "Bearer camat" }],
])("answers %s with the same words", async (_, headers) => {
  const answer = await ask("/api/v1/forums", { headers, cookie: await cookieOf("camat") });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: "key-refused" } });
});

it("refuses a key in the address, and every method that writes", async () => {
  const { key } = await make();
  expect((await ask(`/api/v1/forums?key=${key}`)).status).toBe(401);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await ask("/api/v1/forums", { method, headers, json: {} });
    expect(answer.status).toBe(404);
  }
  const home = await ask("/api/forums", {
    headers: { authorization: `Bearer ${key}` },
    json: {},
  });
  expect(home.status).toBe(401);
});

it("does not open any more once it was revoked, or is past", async () => {
  const { id, key } = await make();
  const past = await make();
  await db().update(apiKeys).set({ expiresAt: Date.now() }).where(eq(apiKeys.id, past.id));
  expect((await read(past.key, "/api/v1/forums")).status).toBe(401);
  expect((await read(key, "/api/v1/forums")).status).toBe(200);
  const cookie = await cookieOf("camat");
  expect((await ask(`/api/keys/${id}`, { method: "DELETE", cookie })).status).toBe(204);
  expect((await read(key, "/api/v1/forums")).status).toBe(401);
});

it("shows the key once, keeps its hash alone, and tells of its use", async () => {
  const { id, key } = await make();
  await read(key, "/api/v1/forums");
  await read(key, "/api/v1/forums?page=2");
  const cookie = await cookieOf("camat");
  const list = await (await ask("/api/keys", { cookie })).text();
  expect(list).not.toContain(key);
  expect(JSON.stringify(await db().select().from(apiKeys))).not.toContain(key);
  const { uses } = await (await ask(`/api/keys/${id}/uses`, { cookie })).json<{
    uses: { route: string; count: number }[];
  }>();
  expect(uses).toMatchObject([{ route: "/api/v1/forums", count: 2 }]);
});

it("makes one key of what is sent twice", async () => {
  const { id } = await make();
  const json = { id, name: "Dinas Contoh", scopes: ["forums"], days: 30 };
  const again = await ask("/api/keys", { json, cookie: await cookieOf("camat") });
  expect(again.status).toBe(409);
  expect(await db().select().from(apiKeys).where(eq(apiKeys.id, id))).toHaveLength(1);
});

it.each([
  ["scopes", { scopes: [], days: 30, name: "Dinas" }],
  ["days", { scopes: ["forums"], days: 367, name: "Dinas" }],
  ["days", { scopes: ["forums"], days: 0, name: "Dinas" }],
  ["name", { scopes: ["forums"], days: 30, name: " 1 " }],
])("says that the %s are wrong", async (field, given) => {
  const json = { id: crypto.randomUUID(), ...given };
  const answer = await ask("/api/keys", { json, cookie: await cookieOf("camat") });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: { field } });
});

it("is told to wait when it reads without a pause", async () => {
  const { id, key } = await make({ scopes: ["forums"] });
  for (let reads = 1; reads < keyReadsAllowed; reads++) countReading(id, Date.now());
  expect((await read(key, "/api/v1/forums")).status).toBe(200);
  const answer = await read(key, "/api/v1/forums");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

it("describes every route, with its parameters, and with bodies where it takes them", async () => {
  const api = await (await ask("/api/openapi.json")).json<{
    paths: Record<
      string,
      Record<
        string,
        { operationId: string; parameters: { name: string; in: string }[]; requestBody?: object }
      >
    >;
  }>();
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const told = operations.map(
    ({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
  );
  expect(told.sort()).toEqual((Object.keys(routeAccess) as RouteName[]).sort());
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(told.length);
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((each) => each.in === "path");
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  }
  expect(api.paths["/api/keys"]?.post?.requestBody).toBeDefined();
  expect(api.paths["/api/v1/forums"]?.get?.parameters.map(({ name }) => name)).toEqual(["page"]);
});
