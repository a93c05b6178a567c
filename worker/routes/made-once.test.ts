import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { evidenceIndicators } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, roles } from "../db/schema.ts";
import { cookieOf } from "../testing/requests.ts";
import { addSurvey, someQuestions } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";
const inAnHour = Date.now() + 60 * 60_000;

beforeAll(async () => {
  await buildWorld();
  await db.insert(roles).values({ personId: "observer", districtId: here, role: "facilitator" });
  const words = { number: "", level3: "", level2: "", level1: "", proof: "", position: 0 };
  await db
    .insert(evidenceIndicators)
    .values({ ...words, id: "indicator", districtId: here, name: "Bimtek" });
  await addSurvey("survey");
});

interface Made {
  what: string;
  path: string;
  /** Sent as JSON with its id; left out: a file, whose id stands in the address. */
  json?: object;
  by: string;
  /** Somebody else who may make such a thing. */
  another: string;
}

const things: Made[] = [
  {
    ...{ what: "a forum", path: "/api/forums", by: "facilitator", another: "camat" },
    json: {
      ...{ title: "Forum sekali", theme: "tax", stage: "regular", place: "Pendopo" },
      ...{ startsAt: inAnHour, endsAt: inAnHour + 1 },
    },
  },
  {
    ...{ what: "a case", path: "/api/forums/forum-in-session/cases" },
    ...{ by: "participant-a", another: "participant-b" },
    json: { title: "Kasus sekali", theme: "tax", fiscalYear: 2027, isUnnamed: true },
  },
  {
    ...{ what: "a module", path: "/api/modules", by: "facilitator", another: "observer" },
    json: { title: "Modul sekali", theme: "tax" },
  },
  {
    ...{ what: "a survey", path: "/api/surveys", by: "facilitator", another: "observer" },
    json: {
      title: "Survei",
      intro: "",
      unit: "village",
      openness: "hosts",
      questions: someQuestions,
    },
  },
  {
    ...{ what: "an indicator", path: "/api/evidence/indicators" },
    ...{ by: "facilitator", another: "observer" },
    json: {
      ...{ number: "9", name: "Sekali", level3: "", level2: "", level1: "", proof: "" },
      systemNumber: null,
    },
  },
  {
    ...{ what: "a proof", path: "/api/evidence/proofs", by: "facilitator", another: "observer" },
    json: { subjectKind: "stage", subjectId: "needs", kind: "words", words: "Surat camat" },
  },
  {
    ...{ what: "a file of the evidence", by: "facilitator", another: "observer" },
    path: "/api/evidence/files?subjectKind=stage&subjectId=needs",
  },
  {
    ...{ what: "a file of a forum", by: "minute-taker", another: "facilitator" },
    path: "/api/forums/forum-in-session/attachments?subjectKind=attendance&subjectId=forum-in-session",
  },
];

async function send({ path, json }: Made, id: string, by: string): Promise<Response> {
  const isFile = json === undefined;
  return exports.default.fetch(
    new Request(`http://sinau.test${path}${isFile ? `&id=${id}` : ""}`, {
      method: "POST",
      headers: {
        cookie: await cookieOf(by),
        origin: "http://sinau.test",
        "content-type": isFile ? "application/pdf" : "application/json",
        "x-file-name": "surat.pdf",
      },
      body: isFile ? "%PDF-1.7\n%%EOF" : JSON.stringify({ ...json, id }),
    }),
  );
}

describe.each(things)("$what", (thing) => {
  it("is there once, however often it is sent, also at once, under the id that its browser made", async () => {
    const id = crypto.randomUUID();
    const before = await db.$count(auditLog);
    const together = await Promise.all([1, 2, 3].map(() => send(thing, id, thing.by)));
    const answers = [...together, await send(thing, id, thing.by)];
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(Object.values(await answer.json<object>())).toContain(id);
    }
    expect(await db.$count(auditLog)).toBe(before + 1);
  });

  it("is nobody's under the id of another's", async () => {
    const id = crypto.randomUUID();
    expect((await send(thing, id, thing.by)).status).toBe(201);
    const theirs = await send(thing, id, thing.another);
    expect(theirs.status).toBe(422);
    expect(await theirs.json()).toMatchObject({ error: { code: "invalid-field", field: "id" } });
    expect((await send(thing, crypto.randomUUID(), thing.another)).status).toBe(201);
  });
});

it("keeps a file's bytes where the same is sent twice at once", async () => {
  const file = things.find(({ what }) => what === "a file of the evidence");
  if (!file) throw new Error("no file");
  const id = crypto.randomUUID();
  await Promise.all([1, 2, 3, 4].map(() => send(file, id, file.by)));
  expect(await (await env.FILES?.get(id))?.text()).toBe("%PDF-1.7\n%%EOF");
});
