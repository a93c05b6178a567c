import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PublicContent } from "../../domain/publication/public-content.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { askAsCitizen, newFormToken } from "../actions/citizens.ts";
import { openDatabase } from "../db/open.ts";
import { practices } from "../db/practices-schema.ts";
import { citizenQuestions, publications } from "../db/publications-schema.ts";
import { followUps, forums } from "../db/schema.ts";
import { askPublication, everything, publishAs, signedCase } from "../testing/publications.ts";
import { ask, askWith, countingStatements } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";
import { publicPages } from "./public-pages.tsx";

vi.setConfig({ testTimeout: 20_000 });
const db = openDatabase(env);
const maxBytes = 30_000;

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(publications);
  await db.delete(citizenQuestions);
});
afterEach(() => RoomClient.leaveAll());

const pageOf = async (path: string) => {
  const answer = await ask(path);
  const html = await answer.text();
  return { answer, html, bytes: new TextEncoder().encode(html).byteLength };
};

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

/** Put before the public as it is, without a document behind it. */
async function publishContent(
  given: Partial<PublicContent> = {},
  subjectId = "made",
): Promise<void> {
  const content: PublicContent = {
    ...{ title: "Pagu turun", documentKind: "case", theme: "planning", year: 2027 },
    ...{ signed: null, villages: [{ id: "village-a", name: "Desa Contoh A" }] },
    forum: {
      ...{ title: "Forum Contoh", startsAt: 0, endsAt: 3_600_000, place: "Balai" },
      agenda: ["Pembukaan", "Kesepakatan"],
    },
    words: {
      type: "doc",
      content: [
        { type: "section", attrs: { id: "s", kind: "situation" }, content: [paragraph("Isi.")] },
      ],
    },
    ...given,
  };
  await db.insert(publications).values({
    ...{ id: crypto.randomUUID(), districtId: "99.01.01", kind: "document", subjectId },
    ...{ documentId: "case-open", forumId: "forum-in-session", edition: 1, digest: "" },
    ...{ content: JSON.stringify(content), publishedByPersonId: "camat", publishedAt: Date.now() },
  });
}

describe("every public page", () => {
  it("is light, needs no script, says who it is in a message, and lets nothing else in", async () => {
    await publishContent();
    for (const path of ["/publik", "/publik/dokumen/made", "/publik/forum/forum-in-session"]) {
      const { answer, html, bytes } = await pageOf(path);
      expect(answer.status).toBe(200);
      expect(bytes).toBeLessThan(maxBytes);
      expect(html).toMatch(/^<!doctype html><html lang="id">/);
      expect(html).not.toMatch(/<script|\son\w+=|style="|javascript:|@@|__tanda__/i);
      expect(html).toMatch(/<meta property="og:title" content="[^"]+"/);
      expect(html).toMatch(/<meta property="og:description" content="[^"]+"/);
      expect(html).toContain(`<meta property="og:url" content="http://sinau.test${path}"/>`);
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
      expect(policy).not.toContain("unsafe");
      expect([...html.matchAll(/(?:src|href)="(https?:)?\/\//g)].length).toBeLessThanOrEqual(1);
    }
  });

  it("answers for what is missing and what is not published in the same way", async () => {
    const id = await signedCase(["Rahasia."]);
    const missing = await pageOf("/publik/dokumen/tidak-ada");
    for (const path of [`/publik/dokumen/${id}`, "/publik/forum/forum-in-session", "/publik/x/y"]) {
      const { answer, html } = await pageOf(path);
      expect(answer.status).toBe(404);
      expect(html).toBe(missing.html);
    }
    expect(missing.answer.status).toBe(404);
  });

  it("asks the database for a few things only", async () => {
    await publishContent();
    const { DB, count } = countingStatements();
    for (const path of ["/publik", "/publik/dokumen/made", "/publik/forum/forum-in-session"]) {
      const before = count();
      const url = `http://counted.test${path}`;
      await publicPages.fetch(new Request(url), { ...env, DB });
      expect(count() - before).toBeLessThanOrEqual(5);
    }
  });

  it("shows nothing of a demonstration where demo people do not exist", async () => {
    await publishContent();
    await db.update(forums).set({ isDemo: true }).where(eq(forums.id, "forum-in-session"));
    const { DEMO_PEOPLE: _, ...deployed } = env;
    const answer = await publicPages.fetch(
      new Request("http://deployed.test/publik/dokumen/made"),
      deployed,
    );
    expect(answer.status).toBe(404);
    expect((await askWith({}, "/publik")).status).toBe(404);
    await db.update(forums).set({ isDemo: false }).where(eq(forums.id, "forum-in-session"));
  });
});

describe("a published document's page", () => {
  it("is kept, and renewed at once when a new edition is published or taken back", async () => {
    const id = await signedCase(["Yang pertama."]);
    const path = `/publik/dokumen/${id}`;
    await publishAs(`document/${id}`);
    expect((await pageOf(path)).html).toContain("Yang pertama.");
    const { DB, count } = countingStatements();
    await publicPages.fetch(new Request(`http://sinau.test${path}`), { ...env, DB });
    expect(count()).toBe(1);
    await publishAs(`document/${id}`);
    expect((await pageOf(path)).html).toContain("Edisi 2");
    await askPublication(`document/${id}`, { method: "DELETE" });
    expect((await pageOf(path)).answer.status).toBe(410);
  });

  it("of forty pages comes in parts of less than 30 kB that have every word", async () => {
    const sentences = Array.from({ length: 900 }, (_, at) => `Kalimat${at} ${"& isi ".repeat(25)}`);
    const cell = (type: string, text: string) => ({ type, attrs: {}, content: [paragraph(text)] });
    const rows = Array.from({ length: 200 }, (_, at) => ({
      type: "tableRow",
      content: [cell("tableCell", `Baris${at}`), cell("tableCell", "x".repeat(300))],
    }));
    const head = { type: "tableRow", content: [cell("tableHeader", "Uraian")] };
    await publishContent({
      words: {
        type: "doc",
        content: [
          {
            ...{ type: "section", attrs: { id: "a", kind: "situation" } },
            content: sentences.map(paragraph),
          },
          {
            ...{ type: "section", attrs: { id: "b", kind: "options" } },
            content: [{ type: "table", content: [head, ...rows] }, paragraph("q".repeat(60_000))],
          },
        ],
      },
    });
    const first = await pageOf("/publik/dokumen/made");
    const pageCount = Number(/Halaman 1 dari (\d+)/.exec(first.html)?.[1]);
    expect(pageCount).toBeGreaterThan(8);
    let all = "";
    for (let page = 1; page <= pageCount; page++) {
      const { html, bytes } = await pageOf(`/publik/dokumen/made?hal=${page}`);
      expect(bytes).toBeLessThan(maxBytes);
      all += html;
    }
    for (const at of sentences.keys()) expect(all).toContain(`Kalimat${at} `);
    for (const at of rows.keys()) expect(all).toContain(`Baris${at}<`);
    expect(all.match(/Uraian/g)?.length).toBeGreaterThan(3);
    expect((await ask(`/publik/dokumen/made?hal=${pageCount + 1}`)).status).toBe(404);
  });

  it("shows lists, tables, ticks and what was struck out, and no foreign address that could run", async () => {
    const link = (href: string) => ({
      ...{ type: "text", text: "tautan" },
      marks: [{ type: "link", attrs: { href } }],
    });
    const item = { type: "taskItem", attrs: { checked: true }, content: [paragraph("Rapat")] };
    const struck = { type: "text", text: "Rp5", marks: [{ type: "strike" }] };
    const id = await signedCase(["Isi."]);
    await publishContent({
      words: {
        type: "doc",
        content: [
          {
            ...{ type: "section", attrs: { id: "a", kind: "situation" } },
            content: [
              { type: "taskList", content: [item] },
              { type: "paragraph", content: [struck, link("https://jdih.example/1")] },
              { type: "lane", attrs: { name: "Desa Contoh A" }, content: [paragraph("<b>x</b>")] },
              { type: "lane", attrs: {}, content: [paragraph("Tanpa nama")] },
            ],
          },
        ],
      },
    });
    const { html } = await pageOf("/publik/dokumen/made");
    expect(html).toContain("<strong>Sudah: </strong>");
    expect(html).toContain("<s>Rp5</s>");
    expect(html).toContain('<a href="https://jdih.example/1" rel="noopener noreferrer nofollow">');
    expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
    expect(html).toContain("<h3>Salah satu desa</h3>");
    expect(html).not.toContain(id);
  });
});

describe("a forum's page", () => {
  const promise = (id: string, activity: string) => ({
    ...{ type: "followUp", attrs: { id } },
    content: [
      { type: "field", attrs: { name: "activity" }, content: [{ type: "text", text: activity }] },
    ],
  });
  const register = (nodeId: string, given: Partial<typeof followUps.$inferInsert> = {}) => ({
    ...{ id: `row-${nodeId}`, documentId: "case-open", nodeId, position: 0, activity: "Lain" },
    ...{ responsible: "Warga", villageText: "", dueText: "", output: "", place: 1, createdAt: 0 },
    ...given,
  });

  it("has what was published of its documents, and how the follow-ups stand now", async () => {
    await db
      .insert(followUps)
      .values([
        register("one", { status: "done" }),
        register("two", { dueDate: "2020-01-01" }),
        register("hidden", { activity: "Tidak diterbitkan" }),
      ]);
    await publishContent(
      {
        words: {
          type: "doc",
          content: [
            {
              ...{ type: "section", attrs: { id: "s", kind: "followUps" } },
              content: [
                promise("one", "Menyusun RAB"),
                promise("two", "Rapat desa"),
                { type: "agreement", attrs: { id: "x" }, content: [paragraph("Sepakat hemat.")] },
              ],
            },
          ],
        },
      },
      "case-open",
    );
    const { html } = await pageOf("/publik/forum/forum-in-session");
    for (const words of ["Menyusun RAB", "Rapat desa", "Sepakat hemat.", "Pembukaan", "Balai"]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('<span class="state done">Selesai</span>');
    expect(html).toContain('<span class="state overdue">Terlambat</span>');
    expect(html).not.toMatch(/Tidak diterbitkan|Warga/);
    await db.delete(followUps);
  });

  it("bears a form that is another one each time it is asked for", async () => {
    await publishContent();
    const tokenIn = (html: string) => /name="tanda" value="([^"]+)"/.exec(html)?.[1];
    const path = "/publik/forum/forum-in-session";
    const [one, other] = [tokenIn((await pageOf(path)).html), tokenIn((await pageOf(path)).html)];
    expect(one).toBeTruthy();
    expect(one).not.toBe(other);
  });

  it("with many long answers stays below 30 kB on each of its pages", async () => {
    await publishContent();
    await db.insert(citizenQuestions).values(
      Array.from({ length: 8 }, (_, at) => ({
        ...{
          id: `q${at}`,
          forumId: "forum-in-session",
          text: "",
          shownText: `Tanya${at} `.repeat(90),
        },
        ...{ answer: "Jawaban. ".repeat(400), status: "answered" as const, isPublic: true },
        ...{ askedAt: 0, changedAt: at },
      })),
    );
    let all = "";
    for (let page = 1; page < 20; page++) {
      const { answer, html, bytes } = await pageOf(`/publik/forum/forum-in-session?hal=${page}`);
      if (answer.status !== 200) break;
      expect(bytes).toBeLessThan(maxBytes);
      all += html;
    }
    for (let at = 0; at < 8; at++) expect(all).toContain(`Tanya${at} `);
  });
});

describe("the library", () => {
  it("is found by theme, village and year, and lists what is public alone", async () => {
    await publishContent({ title: "Tentang pagu" }, "one");
    await publishContent({ title: "Tentang pajak", theme: "tax", year: 2026, villages: [] }, "two");
    const titles = async (query: string) =>
      [...(await pageOf(`/publik${query}`)).html.matchAll(/class="title"[^>]*>([^<]+)</g)]
        .map(([, title]) => title)
        .sort();
    expect(await titles("")).toEqual(["Tentang pagu", "Tentang pajak"]);
    expect(await titles("?tema=tax")).toEqual(["Tentang pajak"]);
    expect(await titles("?desa=village-a")).toEqual(["Tentang pagu"]);
    expect(await titles("?tahun=2026")).toEqual(["Tentang pajak"]);
    expect(await titles("?tema=tax&tahun=2027")).toEqual([]);
    expect(await titles("?tema=%00&desa=x&tahun=x&hal=-1")).toHaveLength(2);
  });

  it("has a practice that the camat published, until its village takes it back", async () => {
    await db.insert(practices).values({
      ...{ id: "practice", districtId: "99.01.01", villageId: "village-a", theme: "tax" },
      ...{ title: "Kas harian", situation: "Kas tercecer.", deed: "Dicatat harian.", cost: "" },
      ...{ result: "", contactOffice: "Kantor desa", sharedByPersonId: "participant-a" },
      ...{ createdAt: Date.now(), changedAt: 0 },
    });
    expect((await publishAs("practice/practice")).status).toBe(204);
    const { html } = await pageOf("/publik/praktik/practice");
    expect(html).toContain("Dicatat harian.");
    expect(html).toContain("Desa Contoh A");
    await publishAs("practice/practice", { ...everything, namesVillages: false });
    expect((await pageOf("/publik/praktik/practice")).html).not.toContain("Contoh A");
    await db.update(practices).set({ withdrawnAt: 5 }).where(eq(practices.id, "practice"));
    expect((await pageOf("/publik/praktik/practice")).answer.status).toBe(410);
    expect((await pageOf("/publik")).html).not.toContain("Kas harian");
  });

  it("of very many things stays below 30 kB", async () => {
    for (let at = 0; at < 45; at++) {
      await publishContent({ title: `Judul${at} ${"panjang ".repeat(20)}` }, `thing-${at}`);
    }
    const { html, bytes } = await pageOf("/publik");
    expect(bytes).toBeLessThan(maxBytes);
    expect(html).toContain("Halaman 1 dari 3");
  });
});

it("a typed fingerprint is answered with cocok or tidak cocok, and nothing else", async () => {
  const id = await signedCase(["Isi."]);
  await publishAs(`document/${id}`);
  const page = await pageOf(`/publik/dokumen/${id}`);
  const shown = /<code>([0-9a-f ]+)<\/code>/.exec(page.html)?.[1] ?? "";
  const check = async (sidik: string) => {
    const body = new URLSearchParams({ sidik });
    const headers = { origin: "http://sinau.test" };
    const asked = { method: "POST", body, headers };
    const answer = await publicPages.fetch(
      new Request("http://sinau.test/publik/periksa", asked),
      env,
    );
    return answer.text();
  };
  expect(await check(shown)).toContain("<h2>Cocok</h2>");
  const other = await check("0".repeat(64));
  expect(other).toContain("<h2>Tidak cocok</h2>");
  expect(other).not.toContain("Kasus");
  expect(await check('"><script>')).not.toContain("<script");
});

it("a question is not asked where nothing is public", async () => {
  const token = await newFormToken(env, "forum-planned", Date.now() - 60_000);
  const asked = { forumId: "forum-planned", token, text: "Kapan ditetapkan?", trap: "" };
  const asking = askAsCitizen(env, { ...asked, address: "10.0.0.9" }, Date.now());
  await expect(asking).rejects.toMatchObject({ status: 404 });
});
