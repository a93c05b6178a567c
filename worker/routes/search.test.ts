import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { indexText, markedIn, refsAs, searchAs } from "../testing/search.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  await buildWorld();
  await indexText(
    "case-open",
    "Kasus pajak warung",
    "Bendahara desa menyetorkan pajak warung tiap bulan.\nPengelolaan aset desa dibahas bersama.",
  );
  await indexText(
    "case-draft",
    "Kasus aset",
    "Kami mengelola tanah kas desa. Sewa tanah kas disetor ke rekening desa.",
  );
  await indexText("case-drafted", "Kasus perahu", "Perahu nelayan dan dermaga kecil.");
});

describe("a search", () => {
  it.each([
    ["pengelolaan", ["document:case-draft", "document:case-open"]],
    ["kelola", ["document:case-draft", "document:case-open"]],
    ["dikelola", ["document:case-draft", "document:case-open"]],
    ["penyetoran pajak", ["document:case-open"]],
    ["PAJAK", ["document:case-open"]],
    ["nelayan", ["document:case-drafted"]],
  ])("for %s finds every form of the word", async (q, refs) => {
    expect((await refsAs("participant-a", q)).sort()).toEqual(refs);
  });

  it("takes the last word as the beginning of one, and any other with a star", async () => {
    expect(await refsAs("participant-a", "nela")).toEqual(["document:case-drafted"]);
    expect(await searchAs("participant-a", "nela perahu")).toMatchObject({ isPartly: true });
    expect(await searchAs("participant-a", "nela* perahu")).toMatchObject({
      ...{ isPartly: false, hits: [{ ref: "document:case-drafted" }] },
    });
  });

  it("takes what stands in quotation marks as it stands", async () => {
    expect(await refsAs("participant-a", '"tanah kas"')).toEqual(["document:case-draft"]);
    expect(await refsAs("participant-a", '"kas tanah"')).toEqual([]);
    expect(await refsAs("participant-a", '"tanah kas" sewa')).toEqual(["document:case-draft"]);
    expect(await refsAs("participant-a", "kas tanah")).toEqual(["document:case-draft"]);
  });

  it("shows where the words stand, marked in whatever form", async () => {
    const { hits } = await searchAs("participant-a", "mengelola");
    const passages = hits.map(({ passage }) => markedIn(passage));
    expect(passages).toContain(
      "Bendahara desa menyetorkan pajak warung tiap bulan. [Pengelolaan] aset desa dibahas bersama.",
    );
    expect(passages).toContain(
      "Kami [mengelola] tanah kas desa. Sewa tanah kas disetor ke rekening desa.",
    );
    expect(markedIn((await searchAs("participant-a", "warung")).hits[0]?.title ?? [])).toBe(
      "Kasus pajak [warung]",
    );
  });

  it("finds what was meant where a word is mistyped", async () => {
    for (const mistyped of ["nelayen", "nleayan", "dermga", "pengelolan"]) {
      const { hits, corrected } = await searchAs("participant-a", mistyped);
      expect(hits.length, mistyped).toBeGreaterThan(0);
      expect(corrected, mistyped).toMatch(/^(nelayan|dermaga|pengelolaan)$/);
    }
    expect(await searchAs("participant-a", "nelayan")).toMatchObject({ corrected: null });
  });

  it("offers what has some of the words where nothing has all of them", async () => {
    const { hits, isPartly } = await searchAs("participant-a", "dermaga warung");
    expect(isPartly).toBe(true);
    expect(hits.map(({ ref }) => ref).sort()).toEqual([
      "document:case-drafted",
      "document:case-open",
    ]);
  });

  it("answers nothing where nothing is meant", async () => {
    expect(await searchAs("participant-a", "xyzzyqwk")).toEqual({
      ...{ hits: [], next: [], corrected: null, isPartly: false },
    });
  });
});

describe("what is typed", () => {
  const answerTo = async (q: string) =>
    ask(`/api/search?${new URLSearchParams({ q })}`, { cookie: await cookieOf("participant-a") });

  it.each([
    'pajak"',
    '"pajak',
    "pajak*",
    "*",
    "NEAR(pajak warung, 5)",
    "title: pajak",
    "pajak OR warung",
    "pajak AND",
    "NOT pajak",
    "^pajak",
    "pajak - warung + {title}",
    "'; DROP TABLE documents; --",
    "{title text} : pajak",
    "pajak \u0000 warung",
    "pa\u0301jak",
    "ＰＡＪＡＫ",
    "漢字 pajak",
  ])("%j is words and nothing else", async (q) => {
    const answer = await answerTo(q);
    expect([200, 422]).toContain(answer.status);
    if (answer.status === 422) {
      expect(await refusal(answer)).toMatchObject({ code: "search-without-words" });
    }
  });

  it.each(["", "   ", '"', "***", "?!…", "🙂🙂", '""'])("%j has no word to look for", async (q) => {
    expect(await refusal(await answerTo(q))).toEqual({
      ...{ status: 422, code: "search-without-words", field: "q" },
    });
  });

  it("is refused in words where it is far too long", async () => {
    const answer = await answerTo("pajak ".repeat(1700));
    expect(await refusal(answer)).toEqual({ status: 422, code: "search-too-long", field: "q" });
    expect((await answerTo("a".repeat(201))).status).toBe(422);
    expect((await answerTo("a".repeat(200))).status).toBe(200);
  });

  it.each(["kind=nothing", "theme=x", "year=abc", "status=gone"])(
    "with %s is refused",
    async (filter) => {
      const answer = await ask(`/api/search?q=pajak&${filter}`, {
        cookie: await cookieOf("participant-a"),
      });
      expect(await refusal(answer)).toMatchObject({ status: 422, code: "invalid-field" });
    },
  );
});

it("words that stand nearly everywhere find the title that has them, and then the latest", async () => {
  const many = "WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 2100)";
  const run = (sql: string) => env.DB.prepare(sql).run();
  await run(`${many} INSERT INTO regulations (id, district_id, kind, number, year, about,
    regulation_key, created_at, changed_at)
    SELECT 'everywhere-' || at, CASE WHEN at > 2090 THEN '99.01.02' ELSE '99.01.01' END, 'SE', at,
      2020, 'lumrah', 'se|' || at, 1, 1 FROM n`);
  await run(`${many} INSERT INTO search_entries (id, kind, subject_id)
    SELECT 5000 + at, 'regulation', 'everywhere-' || at FROM n`);
  await run(`${many} INSERT INTO search_index (rowid, title, text, title_roots, text_roots)
    SELECT 5000 + at, CASE at WHEN 7 THEN 'Lumrah' ELSE 'SE' END, 'lumrah', '', '' FROM n`);
  await run("DELETE FROM search_due");
  const refs = await refsAs("participant-a", "lumrah");
  expect(refs).toHaveLength(100);
  expect(refs.slice(0, 3)).toEqual([
    "regulation:everywhere-7",
    "regulation:everywhere-2090",
    "regulation:everywhere-2089",
  ]);
  expect(await refsAs("villager-d", "lumrah")).toHaveLength(10);
});

it("what was there before the index comes into it, also where nobody changes anything", async () => {
  await env.DB.prepare("DELETE FROM search_due").run();
  await env.DB.prepare(
    "INSERT INTO search_due (kind, subject_id, stamp) VALUES ('document', 'case-submitted', 1)",
  ).run();
  await vi.waitUntil(
    async () => (await refsAs("camat", "submitted")).join() === "document:case-submitted",
    { timeout: 10_000 },
  );
  await vi.waitUntil(
    async () => (await env.DB.prepare("SELECT * FROM search_due").first()) === null,
  );
});
