import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { Versions } from "../actions/versions.ts";
import { openDatabase } from "../db/open.ts";
import { agendaItemDocuments, auditLog, documents, forums, versions } from "../db/schema.ts";
import { publishAs } from "../testing/publications.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus, signingOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);

const name = (id: string, words: unknown, who = "minute-taker") =>
  askOf(id, who, "/versions", { name: words }, "POST");

async function versionsOf(id: string, who = "camat"): Promise<Versions["versions"]> {
  const answer: Versions = await (await askOf(id, who, "/versions")).json();
  return answer.versions;
}

async function move(id: string, to: string): Promise<void> {
  expect((await askOf(id, "facilitator", "/status", { to })).status).toBe(204);
}

async function choose(itemId: string | null): Promise<void> {
  const cookie = await cookieOf("facilitator");
  const path = "/api/forums/forum-in-session/session/item";
  expect((await ask(path, { method: "PUT", cookie, json: { itemId } })).status).toBe(204);
}

describe("a version", () => {
  it("bears a name for what was typed up to then, saved or not", async () => {
    const noted = await NotedDocument.create(["Mulai."]);
    const before = (await env.DOCUMENT_ROOM.getByName(noted.id).currentPlace()) ?? 0;
    noted.client.type(noted.client.container("kind", "situation"), "Lagi. ");
    await noted.settled();
    const answer = await name(noted.id, "  Sebelum   rapat ");
    expect(answer.status).toBe(201);
    const { place } = await answer.json<{ place: number }>();
    expect(place).toBeGreaterThan(before);
    expect(await versionsOf(noted.id)).toMatchObject([
      { place, name: "Sebelum rapat", kind: "named", by: { personId: "minute-taker" } },
    ]);
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, noted.id));
    expect(rows).toMatchObject([{ action: "versionNamed", personId: "minute-taker" }]);
  });

  it("names its person to whom the history does, and to villages nobody", async () => {
    const noted = await NotedDocument.create(["Mulai."]);
    await name(noted.id, "Awal");
    expect(await versionsOf(noted.id, "participant-a")).toMatchObject([{ name: "Awal", by: null }]);
  });

  it("is renamed by those who may name, and only where somebody named it", async () => {
    const noted = await NotedDocument.create(["Mulai."]);
    const { versionId } = await (await name(noted.id, "Awal")).json<{ versionId: string }>();
    await move(noted.id, "drafted");
    const rename = (id: string, words: string, who = "camat") =>
      askOf(noted.id, who, `/versions/${id}`, { name: words }, "PATCH");
    expect((await rename(versionId, "Rancangan awal")).status).toBe(204);
    const [status, named] = await versionsOf(noted.id);
    expect(named?.name).toBe("Rancangan awal");
    const automatic = await refusal(await rename(status?.id ?? "", "Lain"));
    expect(automatic).toEqual({ status: 403, code: "not-allowed" });
    expect((await rename(versionId, "Lain", "participant-a")).status).toBe(403);
    expect(await refusal(await rename("unknown", "Lain"))).toEqual(notFound);
    const other = await NotedDocument.create(["Lain."]);
    const elsewhere = askOf(other.id, "camat", `/versions/${versionId}`, { name: "X" }, "PATCH");
    expect(await refusal(await elsewhere)).toEqual(notFound);
  });

  it.each(["", "   ", "x".repeat(121), null, 7])("is not named %j", async (words) => {
    const noted = await NotedDocument.create(["Mulai."]);
    const refused = await refusal(await name(noted.id, words));
    expect(refused).toEqual({ status: 422, code: "invalid-field", field: "name" });
  });

  it("is none of a document that nobody has opened, and asking makes none", async () => {
    const id = await newDocument("open");
    expect(await refusal(await name(id, "Awal"))).toEqual({ status: 409, code: "no-version-yet" });
    await move(id, "drafted");
    expect(await versionsOf(id)).toEqual([]);
    expect(await env.DOCUMENT_ROOM.getByName(id).currentPlace()).toBeNull();
  });
});

describe("versions that are made by what happens", () => {
  it("stand at each change of a document's status and at its submission", async () => {
    const noted = await NotedDocument.create(["Isi."]);
    await move(noted.id, "drafted");
    const fingerprint = await submit(noted.id);
    await askOf(noted.id, "camat", "/return", { reason: "Ulangi." });
    const second = await submit(noted.id);
    expect(second).not.toBe(fingerprint);
    await askOf(noted.id, "camat", "/sign-off", { fingerprint: second });
    await publishAs(`document/${noted.id}`);
    const { signOff } = await signingOf(noted.id);
    const submitted = (await versionsOf(noted.id)).find(({ kind }) => kind === "submission");
    expect(submitted?.place).toBe(signOff?.place);
    const made = (await versionsOf(noted.id)).map(({ kind, name: code }) => `${kind} ${code}`);
    // What was submitted again without a change is the same version.
    expect(made.toSorted()).toEqual([
      "status drafted",
      "status published",
      "status returned",
      "status signed",
      "submission submitted",
    ]);
  });

  it("stand at the end of each item of the agenda, in its documents and in the minutes", async () => {
    const linked = await NotedDocument.create(["Kasus."]);
    const apart = await NotedDocument.create(["Bukan acara ini."]);
    const minutes = await newDocument("open", { kind: "minutes" });
    const frozen = await newDocument("signed");
    await env.DOCUMENT_ROOM.getByName(minutes).reading();
    await env.DOCUMENT_ROOM.getByName(frozen).reading();
    await db.insert(agendaItemDocuments).values([
      { agendaItemId: "agenda-case", documentId: linked.id },
      { agendaItemId: "agenda-case", documentId: frozen },
    ]);
    await choose("agenda-case");
    await choose("agenda-case");
    expect(await versionsOf(linked.id)).toEqual([]);
    await choose("agenda-opening");
    const ended = { kind: "agendaItem", name: "Acara agenda-case" };
    await vi.waitUntil(async () => (await versionsOf(minutes)).length > 0);
    await vi.waitUntil(async () => (await versionsOf(linked.id)).length > 0);
    expect(await versionsOf(linked.id)).toMatchObject([ended]);
    expect(await versionsOf(minutes)).toMatchObject([ended]);
    expect(await versionsOf(apart.id)).toEqual([]);
    expect(await versionsOf(frozen)).toEqual([]);
    await db.update(documents).set({ kind: "case" }).where(eq(documents.id, minutes));
  });

  it("stand at the end of the forum, for the item that was dealt with last", async () => {
    const minutes = await newDocument("open", { kind: "minutes" });
    await env.DOCUMENT_ROOM.getByName(minutes).reading();
    await choose("agenda-opening");
    const cookie = await cookieOf("facilitator");
    const end = { method: "PUT", cookie, json: { to: "ended" } };
    expect((await ask("/api/forums/forum-in-session/status", end)).status).toBe(204);
    expect(await versionsOf(minutes)).toMatchObject([{ name: "Acara agenda-opening" }]);
    await db.update(forums).set({ status: "inSession" }).where(eq(forums.id, "forum-in-session"));
  });

  it("never make an act fail that they could not be kept of", async () => {
    const noted = await NotedDocument.create(["Isi."]);
    await env.DB.exec("ALTER TABLE versions RENAME TO hidden");
    try {
      await move(noted.id, "drafted");
      await submit(noted.id);
    } finally {
      await env.DB.exec("ALTER TABLE hidden RENAME TO versions");
    }
    expect(await db.select().from(versions).where(eq(versions.documentId, noted.id))).toEqual([]);
  });

  it("are seen by whoever sees the history, and by nobody else", async () => {
    const noted = await NotedDocument.create(["Isi."]);
    await setStatus(noted.id, "drafted");
    expect((await askOf(noted.id, "reviewer", "/versions")).status).toBe(200);
    expect(await refusal(await askOf(noted.id, "villager-c", "/versions"))).toEqual(notFound);
  });
});
