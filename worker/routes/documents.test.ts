import { beforeAll, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import type { ReadingNode } from "../../party/reading.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { person } from "../../party/testing/room-people.ts";
import type { DocumentPage } from "../actions/documents.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

async function readAs(personId: string, documentId: string): Promise<Response> {
  return ask(`/api/documents/${documentId}`, { cookie: await cookieOf(personId) });
}

describe("a document", () => {
  it("is for nobody who has not signed in", async () => {
    expect(await refusal(await ask("/api/documents/case-open"))).toEqual(notSignedIn);
  });

  it.each(["villager-c", "reviewer", "inspector", "villager-d", "facilitator-elsewhere"])(
    "does not exist for the %s while it is being written",
    async (personId) => {
      expect(await refusal(await readAs(personId, "case-open"))).toEqual(notFound);
    },
  );

  it("is shown to the reviewer once it is drafted, though the forum is not", async () => {
    expect((await readAs("reviewer", "case-drafted")).status).toBe(200);
    expect((await readAs("reviewer", "case-submitted")).status).toBe(200);
    expect((await readAs("reviewer", "case-draft")).status).toBe(404);
  });

  it.each(["unknown", "case-elsewhere", "forum-in-session", "%00", "x".repeat(2000)])(
    "is not found under %j",
    async (documentId) => {
      expect(await refusal(await readAs("facilitator", documentId))).toEqual(notFound);
    },
  );

  it("comes with its forum, the villages in the order of their lanes and who one is in it", async () => {
    const cookie = await cookieOf("participant-a", 4e12);
    const page: DocumentPage = await (await ask("/api/documents/case-open", { cookie })).json();
    expect(page).toEqual({
      document: {
        id: "case-open",
        kind: "case",
        title: "Kasus case-open",
        theme: "planning",
        fiscalYear: 2027,
        status: "open",
        isUnnamed: false,
        moduleStatus: null,
        proposedBy: { id: "village-a", name: "Desa Contoh A", colour: 0 },
      },
      forum: expect.objectContaining({ id: "forum-in-session", title: "Forum forum-in-session" }),
      moves: ["withdrawn"],
      // Lanes may be left of it.
      otherVillages: [{ id: "village-c", name: "Desa Contoh C", colour: 2 }],
      villages: [
        { id: "village-a", name: "Desa Contoh A", colour: 0 },
        { id: "village-b", name: "Desa Contoh B", colour: 1 },
      ],
      mayLock: false,
      me: {
        personId: "participant-a",
        name: "Warga participant-a",
        village: { id: "village-a", name: "Desa Contoh A", colour: 0 },
        office: null,
        mayWrite: true,
        isFrozen: false,
        unmasks: true,
        mask: null,
        lanes: ["village-a"],
        sessionEndsAt: 4e12,
      },
      reviews: [],
      signing: {
        submission: null,
        answers: [],
        signOff: null,
        returned: null,
        corrects: null,
        correctedBy: null,
        may: {
          submit: false,
          answer: false,
          sign: false,
          sendBack: false,
          publish: false,
          withdrawPublication: false,
          correct: false,
          download: false,
        },
      },
      redaction: { shown: 0, waiting: 0, may: null },
    });
  });

  it("tells everybody that a submitted document is frozen, and nobody that another is", async () => {
    const isFrozen = async (personId: string, documentId: string) =>
      (await (await readAs(personId, documentId)).json<DocumentPage>()).me.isFrozen;
    expect(await isFrozen("facilitator", "case-submitted")).toBe(true);
    expect(await isFrozen("camat", "case-submitted")).toBe(true);
    expect(await isFrozen("camat", "case-open")).toBe(false);
    expect(await isFrozen("participant-a", "case-drafted")).toBe(false);
  });

  it.each([
    ["participant-a", "case-open", true, ["village-a"]],
    ["participant-b", "case-open", true, ["village-b"]],
    ["minute-taker", "case-open", true, "all"],
    ["facilitator", "case-open", true, "all"],
    ["camat", "case-open", false, []],
    ["participant-a", "case-draft", true, ["village-a"]],
    ["participant-b", "case-draft", false, []],
    ["facilitator", "case-draft", true, "all"],
    ["participant-a", "case-drafted", false, []],
    ["minute-taker", "case-drafted", true, "all"],
    ["reviewer", "case-drafted", false, []],
    ["facilitator", "case-submitted", false, []],
    ["minute-taker", "case-submitted", false, []],
  ])("tells %s in %s: may write %s, in the lanes %j", async (personId, id, mayWrite, lanes) => {
    const { me }: DocumentPage = await (await readAs(personId, id)).json();
    expect({ mayWrite: me.mayWrite, lanes: me.lanes }).toEqual({ mayWrite, lanes });
  });
});

describe("a document's words, for whoever cannot have the editor,", () => {
  it("are for nobody who may not see the document", async () => {
    expect(await refusal(await ask("/api/documents/case-open/reading"))).toEqual(notSignedIn);
    for (const personId of ["villager-c", "reviewer", "villager-d"]) {
      expect(await refusal(await readAs(personId, "case-open/reading"))).toEqual(notFound);
    }
  });

  it("are those of its room", async () => {
    const answer = await readAs("participant-b", "case-open/reading");
    expect(answer.headers.get("content-type")).toBe("application/json");
    const { type, content } = await answer.json<ReadingNode>();
    expect(type).toBe("doc");
    expect(content?.[0]).toMatchObject({
      type: "section",
      attrs: { kind: "identity" },
      content: [
        { type: "field", attrs: { name: "title" }, content: [{ text: "Kasus case-open" }] },
        { type: "field", attrs: { name: "theme" } },
        { type: "field", attrs: { name: "fiscalYear" }, content: [{ text: "2027" }] },
      ],
    });
  });

  it("are what has been written in it, with its formatting", async () => {
    const writer = await RoomClient.open("case-draft", person("participant-a"));
    writer.type(writer.container("kind", "situation"), "Pagu turun.");
    const paragraph = writer.container("kind", "situation").get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).format(0, 4, { bold: {} });
    await writer.untilSaved();
    const { content } = await (
      await readAs("participant-a", "case-draft/reading")
    ).json<ReadingNode>();
    expect(content?.find(({ attrs }) => attrs?.kind === "situation")?.content).toEqual([
      {
        type: "paragraph",
        attrs: {},
        content: [
          { type: "text", text: "Pagu", marks: [{ type: "bold", attrs: {} }] },
          { type: "text", text: " turun.", marks: [] },
        ],
      },
    ]);
  });
});
