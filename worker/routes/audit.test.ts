import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { type AuditFact, chainStart, chainText } from "../../domain/audit.ts";
import type { AuditEntry, AuditPage } from "../actions/audit-log.ts";
import { record } from "../actions/record.ts";
import { hashToken } from "../actions/tokens.ts";
import { openDatabase } from "../db/open.ts";
import { documents, people } from "../db/schema.ts";
import { addModule } from "../testing/modules.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";
const day = Date.parse("2026-11-24T00:00:00+07:00");

function fact(over: Partial<AuditFact>): AuditFact {
  return {
    districtId: here,
    personId: "facilitator",
    roles: ["facilitator"],
    action: "personAdded",
    subjectKind: "person",
    subjectId: "participant-a",
    ...over,
  };
}

const write = (now: number, ...facts: AuditFact[]) => record(db, { facts, now, change: [] });

beforeAll(async () => {
  await buildWorld();
  await db.insert(documents).values({
    id: "case-unnamed",
    forumId: "forum-in-session",
    kind: "case",
    title: "Kasus tanpa nama",
    theme: "planning",
    fiscalYear: 2027,
    status: "drafted",
    isUnnamed: true,
    createdAt: 0,
  });
  await write(day - 1, fact({}));
  await write(
    day,
    fact({ personId: "participant-a", roles: [], subjectKind: "session", subjectId: "s" }),
    fact({ action: "memberAdded", forumId: "forum-in-session" }),
    fact({
      personId: "participant-a",
      roles: [],
      action: "documentStatusChanged",
      subjectKind: "document",
      subjectId: "case-unnamed",
      forumId: "forum-in-session",
      details: { from: "open", to: "drafted", village: "village-a" },
    }),
    fact({
      action: "documentStatusChanged",
      subjectKind: "document",
      subjectId: "case-draft",
      forumId: "forum-in-session",
      details: { from: "draft", to: "open" },
    }),
  );
  await write(day, fact({ districtId: "99.01.02", personId: "facilitator-elsewhere" }));
});

async function read(personId: string, query = ""): Promise<AuditPage> {
  const answer = await ask(`/api/audit?${query}`, { cookie: await cookieOf(personId) });
  expect(answer.status).toBe(200);
  return answer.json();
}
const seqs = async (query: string) => (await read("facilitator", query)).rows.map(({ seq }) => seq);

const paths = ["/api/audit", "/api/audit/choices", "/api/audit/check"];

describe.each(paths)("the log (%s)", (path) => {
  it("is for nobody who has not signed in", async () => {
    expect(await refusal(await ask(path))).toEqual(notSignedIn);
  });

  it.each(["participant-a", "representative-a", "minute-taker", "inspector", "villager-c"])(
    "does not exist for the %s",
    async (personId) => {
      expect(await refusal(await ask(path, { cookie: await cookieOf(personId) }))).toEqual(
        notFound,
      );
    },
  );

  it("is not reached from another district", async () => {
    for (const personId of ["facilitator", "camat", "reviewer"]) {
      const cookie = await cookieOf(personId);
      const answer = await ask(`${path}?district=99.01.02`, { cookie });
      expect(await refusal(answer)).toEqual(notFound);
    }
  });

  it("refuses a question that it does not understand", async () => {
    const cookie = await cookieOf("camat");
    const wrong = path.endsWith("check") ? "after=-1&hash=x" : `district=${"x".repeat(101)}`;
    expect((await ask(`${path}?${wrong}`, { cookie })).status).toBe(422);
  });
});

describe("reading the log", () => {
  it("shows the camat every row of the district with names, newest first", async () => {
    const { rows, before } = await read("camat");
    expect(rows.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect(before).toBeNull();
    expect(rows.at(-1)).toMatchObject({
      person: { id: "facilitator", name: "Pejabat facilitator" },
      roles: ["facilitator"],
      action: "personAdded",
      subject: { kind: "person", name: "Warga participant-a" },
    });
  });

  it("shows a facilitator the rows of the district's forums alone", async () => {
    expect((await read("facilitator")).rows.map(({ seq }) => seq)).toEqual([5, 4, 3]);
  });

  it("tells a reviewer no title of a document that does not exist for them", async () => {
    const { rows } = await read("reviewer", "subjectKind=document");
    expect(rows.map(({ subject }) => subject.name)).toEqual([null, "Kasus tanpa nama"]);
  });

  it.each(["camat", "reviewer"])(
    "of an unnamed case tells the %s what happened and not who did it",
    async (personId) => {
      const cookie = await cookieOf(personId);
      const page = await ask("/api/audit?subject=case-unnamed", { cookie });
      const text = await page.text();
      for (const betrayal of ["participant-a", "Warga", "village-a", "salt"]) {
        expect(text).not.toContain(betrayal);
      }
      const { rows }: AuditPage = JSON.parse(text);
      expect(rows).toMatchObject([
        {
          seq: 4,
          person: null,
          isMasked: true,
          roles: [],
          details: { from: "open", to: "drafted" },
        },
      ]);
      const mine = await read(personId, "person=participant-a");
      expect(mine.rows.map(({ seq }) => seq)).toEqual([2]);
      const csv = await (
        await ask("/api/audit.csv?subject=case-unnamed", { method: "POST", cookie })
      ).text();
      expect(csv).toContain("(disamarkan)");
      expect(csv).not.toMatch(/participant-a|village-a|salt/);
    },
  );

  it("does not betray by a hash who acted in an unnamed case", async () => {
    const [row] = (await read("camat", "subject=case-unnamed")).rows;
    const everybody = (await db.select().from(people)).map(({ id }) => id);
    const guesses = everybody.map((personId) =>
      hashToken(
        chainText({
          districtId: here,
          seq: 4,
          at: day,
          personId,
          roles: "",
          action: "documentStatusChanged",
          subjectKind: "document",
          subjectId: "case-unnamed",
          forumId: "forum-in-session",
          details: JSON.stringify({ from: "open", to: "drafted", village: "village-a" }),
          previousHash: row?.previousHash ?? "",
        }),
      ),
    );
    expect(await Promise.all(guesses)).not.toContain(row?.hash);
  });

  it("tells the case's facilitators who it was", async () => {
    const [row] = (await read("facilitator", "subject=case-unnamed")).rows;
    expect(row).toMatchObject({ person: { name: "Warga participant-a" }, isMasked: false });
  });

  it("is filtered by person, action, forum and days of WIB", async () => {
    expect(await seqs("person=participant-a")).toEqual([4]);
    expect(await seqs("action=memberAdded")).toEqual([3]);
    expect(await seqs("forum=forum-planned")).toEqual([]);
    expect((await read("camat", "to=2026-11-23")).rows.map(({ seq }) => seq)).toEqual([1]);
    expect(
      (await read("camat", "from=2026-11-24&to=2026-11-24&forum=forum-in-session")).rows,
    ).toHaveLength(3);
    expect(await seqs("from=2026-11-25")).toEqual([]);
    const bad = await ask("/api/audit?from=24-11-2026", { cookie: await cookieOf("camat") });
    expect(await refusal(bad)).toMatchObject({ status: 422, field: "from" });
  });

  it("offers the reader's own choices", async () => {
    const choices = await ask("/api/audit/choices", { cookie: await cookieOf("camat") });
    expect(await choices.json()).toMatchObject({
      districts: [{ id: here }],
      people: expect.arrayContaining([{ id: "facilitator", name: "Pejabat facilitator" }]),
      isWhole: true,
    });
  });
});

it("names no module's circle, in rows or choices, to who may not see the module", async () => {
  await addModule("secret", { districtId: here, status: "design", askedPersonIds: [] });
  const forumId = "circle-secret";
  const moduleFact = { subjectKind: "document", subjectId: "secret", forumId } as const;
  await write(day, fact({ action: "moduleMade", ...moduleFact }));
  const cookie = await cookieOf("reviewer");
  for (const path of ["/api/audit?subject=secret", "/api/audit/choices"]) {
    const answer = await ask(path, { cookie });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain("Modul secret");
  }
});

describe("the log as a table", () => {
  it("is recorded, carries every field of the chain and can be checked outside", async () => {
    const cookie = await cookieOf("camat");
    const answer = await ask("/api/audit.csv", { method: "POST", cookie });
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const [head, ...lines] = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
    expect(head).toBe(
      "seq,at,wib,personId,roles,action,subjectKind,subjectId,forumId,details,previousHash,hash",
    );
    expect(lines[0]).toMatch(/^1,\d+,2026-11-23 23:59:59,facilitator,/);
    const [first, second] = lines.map((line) => line.split(","));
    expect(first?.at(-2)).toBe(chainStart(here));
    expect(second?.at(-2)).toBe(first?.at(-1));
    for (const cell of lines.flatMap((line) => line.split(",")))
      expect(cell).not.toMatch(/^[=+@-]/);
    const [newest] = (await read("camat")).rows;
    expect(newest).toMatchObject({ action: "exported", details: { what: "audit", after: 0 } });
  });

  it("goes on after a row without its head", async () => {
    const cookie = await cookieOf("camat");
    const text = await (await ask("/api/audit.csv?after=2", { method: "POST", cookie })).text();
    expect(text.replace("\uFEFF", "")).toMatch(/^3,/);
  });
});

it("comes in pages of fifty that miss no row", async () => {
  const many = Array.from({ length: 120 }, () => fact({ action: "linkCreated" }));
  await write(day, ...many);
  const found: AuditEntry[] = [];
  for (let before: number | null = null; ; ) {
    const query = `action=linkCreated${before === null ? "" : `&before=${before}`}`;
    const page: AuditPage = await read("camat", query);
    expect(page.rows.length).toBeLessThanOrEqual(50);
    found.push(...page.rows);
    before = page.before;
    if (before === null) break;
  }
  expect(new Set(found.map(({ seq }) => seq)).size).toBe(120);
});
