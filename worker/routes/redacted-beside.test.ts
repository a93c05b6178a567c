import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Fingerprinted, fingerprintOf } from "../../domain/fingerprint.ts";
import { closeCodes } from "../../party/close-codes.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { FoundOccurrences } from "../actions/redaction-search.ts";
import type { Redactions } from "../actions/redactions.ts";
import { openDatabase } from "../db/open.ts";
import { documents, redactions, reviewNotes } from "../db/schema.ts";
import { ask, cookieOf, notSignedIn, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const nik = "3505160101700001";
const bars = "█".repeat(nik.length);

async function search(id: string, words: string): Promise<FoundOccurrences> {
  return (await askOf(id, "facilitator", "/redactions/occurrences", { words }, "POST")).json();
}

/** What stands beside the text alone. */
function order(id: string, words: string, path = "/redactions"): Promise<Response> {
  const wish = { words, chosen: [], reasonKind: "nik", reason: "" };
  return askOf(id, "facilitator", path, wish, "POST");
}

async function propose(id: string, words: string): Promise<string> {
  const answer = await order(id, words, "/redactions/proposals");
  return (await answer.json<{ redactionId: string }>()).redactionId;
}

function decide(id: string, redactionId: string, act: string, json?: unknown): Promise<Response> {
  return askOf(id, "camat", `/redactions/${redactionId}/${act}`, json, "PUT");
}

async function listOf(id: string, who: string): Promise<Redactions["redactions"]> {
  return (await (await askOf(id, who, "/redactions")).json<Redactions>()).redactions;
}

/** A document in which these words stand, the last of them as a link to this address. */
async function linked(words: string, href: string): Promise<NotedDocument> {
  const noted = await NotedDocument.create([words]);
  noted.editor.edit((tr) => {
    tr.doc.descendants((node, at) => {
      const link = tr.doc.type.schema.marks.link;
      if (node.text === words && link) tr.addMark(at, at + words.length, link.create({ href }));
    });
  });
  await noted.saved();
  return noted;
}

const rowOf = async (redactionId: string) =>
  (await db.select().from(redactions).where(eq(redactions.id, redactionId)))[0];

it("tells a browser the epochs of redacted documents that it names, and of no others", async () => {
  const [one, other] = await Promise.all(
    [0, 1].map(() => NotedDocument.create([`NIK ${nik}.`], { personId: "participant-a" })),
  );
  const ids = [one, other].flatMap((each) => each?.id ?? []);
  for (const id of ids) await order(id, "Kasus");
  const epochsOf = async (documentIds: string[]) =>
    (
      await ask("/api/me/epochs", {
        json: { documentIds },
        cookie: await cookieOf("participant-a"),
      })
    ).json();
  expect(await epochsOf(ids.slice(0, 1))).toEqual([{ documentId: ids[0], epoch: 2 }]);
  expect(await epochsOf(["unknown"])).toEqual([]);
  const unasked = await ask("/api/me/epochs", { json: { documentIds: ids } });
  expect(await refusal(unasked)).toEqual(notSignedIn);
});

describe("words that stand beside the text only", () => {
  it("are found and removed from notes and replies, and browsers begin anew", async () => {
    const noted = await NotedDocument.create(["Pagu turun."]);
    const { id } = noted;
    const thread = await noted.note("Pagu", { text: `Milik ${nik}?` });
    await noted.ask(`/threads/${thread.id}/replies`, {
      json: { id: crypto.randomUUID(), text: `Ya, ${nik}.` },
    });
    expect(await search(id, nik)).toEqual({ occurrences: [], beside: { rows: 2, links: 0 } });
    const answer = await order(id, nik);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ units: 16 });
    expect((await noted.threads()).threads).toMatchObject([
      { text: `Milik ${bars}?`, replies: [{ text: `Ya, ${bars}.` }], quote: "Pagu" },
    ]);
    await vi.waitUntil(() => noted.client.closed !== null);
    expect(noted.client.closed).toBe(closeCodes.redacted);
    expect(await listOf(id, "participant-a")).toMatchObject([
      { status: "done", units: 16, isBeside: true, words: null },
    ]);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toContain(" turun.");
    expect(await refusal(await order(id, nik))).toEqual({
      ...{ status: 409, code: "redaction-nothing-there" },
    });
  });

  it("go from the targets of links, in the text and in every moment before", async () => {
    const { id } = await linked("Lihat berkas", `https://contoh.test/${nik}`);
    expect(await search(id, nik)).toEqual({ occurrences: [], beside: { rows: 0, links: 1 } });
    expect((await order(id, nik)).status).toBe(201);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toContain(`contoh.test/${bars}`);
    const room = env.REVIEW_ROOM.getByName(id);
    const last = (await room.head())?.last ?? 0;
    const moments = await Promise.all(
      Array.from({ length: last + 1 }, (_, place) => room.readingAt(place)),
    );
    expect(moments.join()).not.toContain(nik);
    expect(moments.at(-1)).toContain("Lihat berkas");
  });

  it("go from the name of a document that nobody ever entered", async () => {
    const id = await newDocument("drafted", { title: `Kasus ${nik}` });
    expect((await order(id, nik)).status).toBe(201);
    const [row] = await db.select().from(documents).where(eq(documents.id, id));
    expect(row?.title).toBe(`Kasus ${bars}`);
    expect(await listOf(id, "facilitator")).toMatchObject([{ status: "done", units: 16 }]);
  });

  it("are, on a signed document, shown to the camat who confirms, and the fingerprint stays", async () => {
    const { id } = await linked("Lihat berkas", `https://contoh.test/${nik}`);
    await setStatus(id, "drafted");
    const fingerprint = await submit(id);
    expect(await refusal(await order(id, nik))).toMatchObject({ code: "redaction-status-changed" });
    await db.insert(reviewNotes).values({
      ...{ id: `note ${id}`, documentId: id, place: 1, personId: "reviewer", at: 1, text: nik },
    });
    const redactionId = await propose(id, nik);
    expect(await search(id, nik)).toMatchObject({ beside: { rows: 1, links: 1 } });
    expect(await listOf(id, "camat")).toMatchObject([
      { status: "proposed", isBeside: true, words: nik, occurrences: [], may: { decide: true } },
    ]);
    expect(await listOf(id, "participant-a")).toEqual([]);
    expect((await decide(id, redactionId, "confirmation")).status).toBe(204);
    const file: Fingerprinted = await (await askOf(id, "camat", "/signed-file")).json();
    expect((await fingerprintOf(file)).root).toBe(fingerprint);
    const uncovered = file.blocks.flatMap((block, number) => ("leaf" in block ? [number] : []));
    expect(uncovered).toHaveLength(1);
    expect(await (await askOf(id, "participant-a", "/redactions")).json()).toMatchObject({
      uncovered,
    });
    expect(JSON.stringify(file)).not.toContain(nik);
    expect(await rowOf(redactionId)).toMatchObject({ status: "done", words: null });
    const [note] = await db.select().from(reviewNotes).where(eq(reviewNotes.documentId, id));
    expect(note?.text).toBe(bars);
  });

  it("are forgotten by a proposal that is rejected or taken back, or that another made needless", async () => {
    const { id } = await NotedDocument.create([`NIK ${nik}.`]);
    await setStatus(id, "drafted");
    await submit(id);
    await db.insert(reviewNotes).values({
      ...{ id: `note ${id}`, documentId: id, place: 1, personId: "reviewer", at: 1, text: nik },
    });
    const [rejected, withdrawn] = [await propose(id, nik), await propose(id, nik)];
    await decide(id, rejected, "rejection", { reason: "Contoh." });
    await askOf(id, "facilitator", `/redactions/${withdrawn}`, undefined, "DELETE");
    expect(await rowOf(rejected)).toMatchObject({ status: "rejected", words: null });
    expect(await rowOf(withdrawn)).toMatchObject({ status: "withdrawn", words: null });
    const needless = await propose(id, nik);
    const chosen = (await search(id, nik)).occurrences.map(({ key }) => key);
    const wish = { words: nik, chosen, reasonKind: "nik", reason: "" };
    const answer = await askOf(id, "facilitator", "/redactions/proposals", wish, "POST");
    const { redactionId } = await answer.json<{ redactionId: string }>();
    expect((await decide(id, redactionId, "confirmation")).status).toBe(204);
    expect((await rowOf(needless))?.words).not.toContain(nik);
    expect(await refusal(await decide(id, needless, "confirmation"))).toEqual({
      ...{ status: 409, code: "redaction-nothing-there" },
    });
  });
});
