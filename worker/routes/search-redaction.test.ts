import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { indexDue } from "../actions/index-due.ts";
import type { FoundOccurrences } from "../actions/redaction-search.ts";
import { refsAs, searchAs } from "../testing/search.ts";
import { askOf } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

/** Every word that the index has in any form: of it, and of what is held against typing errors. */
async function everyTerm(): Promise<string[]> {
  await env.DB.prepare(
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_terms USING fts5vocab('search_index', 'row')",
  ).run();
  const terms = await env.DB.prepare("SELECT term FROM search_terms").all<{ term: string }>();
  const words = await env.DB.prepare("SELECT word FROM search_words").all<{ word: string }>();
  await env.DB.prepare("DROP TABLE search_terms").run();
  return [...terms.results.map(({ term }) => term), ...words.results.map(({ word }) => word)];
}

async function redact(id: string, words: string): Promise<void> {
  const found = await askOf(id, "facilitator", "/redactions/occurrences", { words }, "POST");
  const { occurrences } = await found.json<FoundOccurrences>();
  const chosen = occurrences.map(({ key }) => key);
  const order = { words, chosen, reasonKind: "other", reason: "Data warga" };
  const answer = await askOf(id, "facilitator", "/redactions", order, "POST");
  expect(answer.status).toBe(201);
}

it("removed words are found by nobody, in no form, and offered for no typing error", async () => {
  const noted = await NotedDocument.create([
    "Penerima Menyuparman tinggal di sini.",
    "Kolam warga.",
  ]);
  const { id } = noted;
  await noted.note("Kolam", { text: "Apakah kolam Menyuparman?" });
  await env.DB.prepare("UPDATE documents SET title = 'Kasus Menyuparman' WHERE id = ?")
    .bind(id)
    .run();
  await noted.saved();
  await env.DOCUMENT_ROOM.getByName(id).project();
  for (let turn = 0; turn < 8; turn++) await indexDue(env);
  expect((await refsAs("facilitator", "menyuparman")).length).toBe(2);
  expect(await searchAs("facilitator", "suparman")).toMatchObject({ hits: [{}, {}] });
  expect((await searchAs("facilitator", "menyuparmen")).corrected).toBe("menyuparman");
  expect((await everyTerm()).filter((term) => term.includes("uparm")).length).toBeGreaterThan(1);

  await redact(id, "Menyuparman");
  expect((await everyTerm()).filter((term) => term.includes("uparm"))).toEqual([]);
  const nothing = { hits: [], next: [], corrected: null, isPartly: false };
  for (const q of ["menyuparman", "suparman", "menyuparmen", '"Menyuparman"', "menyup"]) {
    expect(await searchAs("facilitator", q), q).toEqual(nothing);
  }
  expect(await refsAs("facilitator", "kolam")).toEqual(expect.arrayContaining([`document:${id}`]));
});

it("a part of a word that was removed leaves none of the whole", async () => {
  const { id, ...noted } = await NotedDocument.create(["Bapak Sastrowardoyo hadir."]);
  expect(noted).toBeDefined();
  await env.DOCUMENT_ROOM.getByName(id).project();
  expect(await everyTerm()).toContain("sastrowardoyo");
  await redact(id, "wardoyo");
  expect((await everyTerm()).filter((term) => term.includes("wardoyo"))).toEqual([]);
});
