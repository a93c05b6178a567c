import { env } from "cloudflare:workers";
import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentPage } from "../actions/documents.ts";
import type { ForumPage } from "../actions/forums.ts";
import type { ModulePage } from "../actions/module-page.ts";
import { noteModuleUses } from "../actions/module-uses.ts";
import type { ModuleList } from "../actions/modules.ts";
import type { Waiting } from "../actions/waiting.ts";
import { moduleUses } from "../db/module-schema.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, forumMembers, forums, versions } from "../db/schema.ts";
import { addModule } from "../testing/modules.ts";
import { ask, cookieOf, countingStatements, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";

beforeAll(buildWorld);

async function as(
  personId: string,
  path: string,
  options: { method?: string; json?: unknown } = {},
) {
  return ask(path, { ...options, cookie: await cookieOf(personId) });
}

async function make(title = "Menyusun APBDes saat pagu turun"): Promise<string> {
  const answer = await as("facilitator", "/api/modules", { json: { title, theme: "planning" } });
  return (await answer.json<{ moduleId: string }>()).moduleId;
}

const move = (personId: string, id: string, to: string) =>
  as(personId, `/api/modules/${id}/status`, { method: "PUT", json: { to } });

const pageAs = async (personId: string, id: string): Promise<ModulePage> =>
  (await as(personId, `/api/modules/${id}`)).json();

const documentAs = async (personId: string, id: string): Promise<DocumentPage> =>
  (await as(personId, `/api/documents/${id}`)).json();

const askToWrite = (id: string, personId: string, request = "Materi dan contoh RAB") =>
  as("facilitator", `/api/modules/${id}/writers/${personId}`, { method: "PUT", json: { request } });

const evaluate = (personId: string, id: string, clear = 4, word = "Contohnya membantu") =>
  as(personId, `/api/modules/${id}/evaluations/${forumId}`, {
    method: "PUT",
    json: { scales: { clear, useful: 4, fitting: 3, applicable: 2 }, word },
  });

/** On the agenda of the forum in session. */
async function putOnAgenda(id: string): Promise<string> {
  const json = { title: "Belajar modul", kind: "module", durationMinutes: 30, documentIds: [id] };
  const answer = await as("facilitator", `/api/forums/${forumId}/agenda`, { json });
  return (await answer.json<{ itemId: string }>()).itemId;
}

async function forumBegins(): Promise<void> {
  await db.update(forums).set({ status: "invited" }).where(eq(forums.id, forumId));
  const path = `/api/forums/${forumId}/status`;
  const answer = await as("facilitator", path, { method: "PUT", json: { to: "inSession" } });
  expect(answer.status).toBe(204);
}

describe("a module", () => {
  it("begins with the programme's parts, and is no forum to anybody", async () => {
    const id = await make();
    const words = await (await as("facilitator", `/api/documents/${id}/reading`)).text();
    for (const kind of ["goals", "regulations", "material", "questionsBefore", "questionsAfter"]) {
      expect(words).toContain(kind);
    }
    const { circleId } = await pageAs("facilitator", id);
    expect(await refusal(await as("facilitator", `/api/forums/${circleId}`))).toEqual(notFound);
    const home = await (await as("facilitator", "/api/home")).text();
    expect(home).not.toContain(circleId);
    expect(home).not.toContain(id);
    const people = await (await as("facilitator", "/api/people")).text();
    expect(people).not.toContain(circleId);
  });

  it("is written by whoever was asked, who reads what was asked of them", async () => {
    const id = await make();
    expect(await refusal(await as("participant-b", `/api/documents/${id}`))).toEqual(notFound);
    expect((await askToWrite(id, "participant-b")).status).toBe(204);
    expect((await askToWrite(id, "participant-b", "Contoh saja")).status).toBe(204);
    const page = await pageAs("participant-b", id);
    expect(page).toMatchObject({ request: "Contoh saja", may: { write: true, ask: false } });
    const list: ModuleList = await (await as("participant-b", "/api/modules")).json();
    expect(list.modules.find((module) => module.id === id)?.request).toBe("Contoh saja");
    expect(await documentAs("participant-b", id)).toMatchObject({
      document: { kind: "module", moduleStatus: "design" },
      me: { mayWrite: true },
      moves: [],
    });
    const released = `/api/modules/${id}/writers/participant-b`;
    expect((await as("facilitator", released, { method: "DELETE" })).status).toBe(204);
    expect(await refusal(await as("participant-b", `/api/documents/${id}`))).toEqual(notFound);
  });

  it("keeps its facilitators the ones who look after whoever was asked", async () => {
    const id = await make();
    await askToWrite(id, "villager-c");
    const people = await (await as("facilitator", "/api/people")).json<{
      people: { id: string; mayManage: boolean }[];
    }>();
    expect(people.people.find((person) => person.id === "villager-c")?.mayManage).toBe(true);
  });

  it("is read by the villages from Uji coba on, and by nobody written from Terbit on", async () => {
    const id = await make();
    await askToWrite(id, "participant-b");
    await documentAs("facilitator", id);
    await as("facilitator", `/api/documents/${id}/reading`);
    expect((await move("facilitator", id, "trial")).status).toBe(204);
    expect((await documentAs("villager-c", id)).me).toMatchObject({ mayWrite: false });
    expect((await documentAs("participant-b", id)).me).toMatchObject({ mayWrite: true });
    for (const to of ["evaluation", "refined"]) await move("facilitator", id, to);
    expect((await move("facilitator", id, "published")).status).toBe(403);
    expect((await move("camat", id, "published")).status).toBe(204);
    for (const who of ["facilitator", "participant-b"]) {
      expect((await documentAs(who, id)).me).toMatchObject({ mayWrite: false, isFrozen: true });
    }
    expect(await refusal(await askToWrite(id, "participant-a"))).toMatchObject({
      code: "module-closed",
    });
    expect(await refusal(await move("facilitator", id, "trial"))).toMatchObject({
      code: "status-moved-on",
    });
    const kept = await db
      .select({ name: versions.name })
      .from(versions)
      .where(and(eq(versions.documentId, id), eq(versions.kind, "status")));
    expect(kept.map(({ name }) => name).sort()).toEqual([
      "evaluation",
      "published",
      "refined",
      "trial",
    ]);
    expect((await pageAs("camat", id)).steps.map(({ status }) => status)).toEqual([
      "trial",
      "evaluation",
      "refined",
      "published",
    ]);
  });

  it("is moved by no step of a forum's document", async () => {
    const id = await make();
    const path = `/api/documents/${id}/status`;
    for (const to of ["open", "withdrawn"]) {
      const answer = await as("facilitator", path, { method: "PUT", json: { to } });
      expect(answer.status).toBe(403);
    }
  });

  it("keeps a version of each step also where nobody has opened its text", async () => {
    const id = await make();
    await move("facilitator", id, "trial");
    const [step] = (await pageAs("facilitator", id)).steps;
    expect(step).toMatchObject({ status: "trial" });
    expect(step?.place).toBeGreaterThan(0);
  });

  it("is not the facilitators' to delete once the camat has published it", async () => {
    const id = await make();
    for (const to of ["trial", "evaluation", "refined"]) await move("facilitator", id, to);
    await move("camat", id, "published");
    const path = `/api/modules/${id}`;
    expect((await as("facilitator", path, { method: "DELETE" })).status).toBe(403);
    expect((await move("facilitator", id, "withdrawn")).status).toBe(403);
    expect((await move("camat", id, "withdrawn")).status).toBe(204);
  });

  it("stays closed to the villages where it is withdrawn as Rancangan", async () => {
    const id = await make();
    expect((await move("facilitator", id, "withdrawn")).status).toBe(204);
    expect(await refusal(await as("participant-a", `/api/documents/${id}`))).toEqual(notFound);
  });
});

describe("a forum that uses a module", () => {
  it("has it on its agenda from Uji coba on, and keeps the version that it had", async () => {
    const id = await make();
    await as("facilitator", `/api/documents/${id}/reading`);
    await putOnAgenda(id);
    const before: ForumPage = await (await as("participant-a", `/api/forums/${forumId}`)).json();
    expect(before.modules).toEqual([]);
    await move("facilitator", id, "trial");
    const itemId = await putOnAgenda(id);
    await forumBegins();
    const page: ForumPage = await (await as("participant-a", `/api/forums/${forumId}`)).json();
    expect(page.modules).toEqual([{ id, title: "Menyusun APBDes saat pagu turun" }]);
    expect(page.agenda.find((item) => item.id === itemId)?.documentIds).toEqual([id]);
    const [use] = await db.select().from(moduleUses).where(eq(moduleUses.documentId, id));
    expect(use).toMatchObject({ forumId });
    expect((await pageAs("facilitator", id)).uses).toMatchObject([{ forumId, place: use?.place }]);
    // Not invited there: the forum does not exist for them.
    expect((await pageAs("villager-c", id)).uses).toEqual([]);
  });

  it("has many noted in few statements", async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const id = `many-${number}`;
      await addModule(id, { districtId: "99.01.01", status: "trial", askedPersonIds: [] });
      await putOnAgenda(id);
    }
    const { DB, count } = countingStatements();
    await noteModuleUses({ ...env, DB }, { forumId, itemId: null, isNewest: true });
    const noted = await db.$count(moduleUses, like(moduleUses.documentId, "many-%"));
    expect(noted).toBe(6);
    expect(count()).toBeGreaterThan(0);
    expect(count()).toBeLessThanOrEqual(3);
  });

  it("keeps it from being deleted, in words, and lets it be withdrawn", async () => {
    const id = await make();
    await move("facilitator", id, "trial");
    await putOnAgenda(id);
    const path = `/api/modules/${id}`;
    expect(await refusal(await as("facilitator", path, { method: "DELETE" }))).toEqual({
      status: 409,
      code: "module-in-use",
    });
    expect((await move("facilitator", id, "withdrawn")).status).toBe(204);
    expect((await pageAs("participant-a", id)).status).toBe("withdrawn");
  });

  it("never has one before it that was withdrawn meanwhile", async () => {
    const id = await make();
    await move("facilitator", id, "trial");
    await putOnAgenda(id);
    await move("facilitator", id, "withdrawn");
    await forumBegins();
    expect(await db.$count(moduleUses, eq(moduleUses.documentId, id))).toBe(0);
  });

  it("does not hold one that it never had", async () => {
    const id = await make();
    const path = `/api/modules/${id}`;
    expect((await as("facilitator", path, { method: "DELETE" })).status).toBe(204);
    expect(await refusal(await as("facilitator", path))).toEqual(notFound);
    const list = await (await as("facilitator", "/api/modules")).text();
    expect(list).not.toContain(id);
  });
});

describe("an evaluation", () => {
  it("is given once, counted, and shown without who gave it to those who refine the module", async () => {
    const id = await make();
    await move("facilitator", id, "trial");
    await putOnAgenda(id);
    await forumBegins();
    await askToWrite(id, "participant-b");
    const own = async () =>
      (await (await as("participant-a", "/api/modules")).json<ModuleList>()).modules.find(
        (module) => module.id === id,
      )?.toEvaluate;
    expect(await own()).toMatchObject([{ forumId, isGiven: false }]);
    const waitingFor = async (who: string): Promise<Waiting> =>
      (await as(who, "/api/home/waiting")).json();
    expect((await waitingFor("participant-a")).toEvaluate).toContainEqual({
      moduleId: id,
      title: "Menyusun APBDes saat pagu turun",
      forumId,
      forumTitle: "Forum forum-in-session",
    });
    expect((await waitingFor("participant-b")).toWrite).toContainEqual({
      moduleId: id,
      title: "Menyusun APBDes saat pagu turun",
      request: "Materi dan contoh RAB",
    });
    expect((await evaluate("participant-a", id)).status).toBe(204);
    expect((await evaluate("participant-a", id)).status).toBe(204);
    expect(await refusal(await evaluate("participant-a", id, 1))).toEqual({
      status: 409,
      code: "already-evaluated",
    });
    expect(await own()).toEqual([]);
    expect((await evaluate("facilitator", id, 2, "Kurang latihan")).status).toBe(204);
    expect((await evaluate("participant-b", id, 3, "Terlalu panjang")).status).toBe(204);
    const { results: ofFew } = await pageAs("participant-b", id);
    expect(ofFew).toEqual([
      {
        forumId,
        participants: { answers: 2, scales: null },
        facilitators: { answers: 1, scales: null },
        words: [],
      },
    ]);
    expect((await evaluate("representative-a", id, 4, "")).status).toBe(204);
    const { results } = await pageAs("participant-b", id);
    expect(results).toEqual([
      {
        forumId,
        participants: {
          answers: 3,
          scales: {
            clear: [0, 0, 1, 2],
            useful: [0, 0, 0, 3],
            fitting: [0, 0, 3, 0],
            applicable: [0, 3, 0, 0],
          },
        },
        facilitators: { answers: 1, scales: null },
        words: [
          { givenAs: "participant", word: "Contohnya membantu" },
          { givenAs: "participant", word: "Terlalu panjang" },
        ],
      },
    ]);
    expect((await pageAs("participant-a", id)).results).toBeNull();
    const facts = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "moduleEvaluated")));
    expect(facts.map(({ personId, roles }) => ({ personId, roles }))).toEqual(
      Array(4).fill({ personId: null, roles: "" }),
    );
    expect(JSON.stringify(facts)).not.toMatch(/Contohnya|participant|representative|facilitator/);
  });

  it("is refused to who was not in the forum, and of a forum that did not use it", async () => {
    const id = await make();
    await move("facilitator", id, "trial");
    expect(await refusal(await evaluate("villager-c", id))).toEqual(notFound);
    expect(await refusal(await evaluate("participant-a", id))).toMatchObject({
      code: "module-not-used",
    });
    const steps = { clear: 5, useful: 1, fitting: 1, applicable: 1 };
    const path = `/api/modules/${id}/evaluations/${forumId}`;
    const answer = await as("participant-a", path, {
      method: "PUT",
      json: { scales: steps, word: "" },
    });
    expect(answer.status).toBe(422);
  });
});

it("leaves no place in the circle that a list of places would show", async () => {
  const id = await make();
  await askToWrite(id, "participant-a");
  const { circleId } = await pageAs("facilitator", id);
  const rows = await db.select().from(forumMembers).where(eq(forumMembers.forumId, circleId));
  expect(rows).toEqual([{ forumId: circleId, personId: "participant-a", role: "participant" }]);
  expect(await (await as("facilitator", "/api/people/participant-a")).text()).not.toContain(
    circleId,
  );
});
