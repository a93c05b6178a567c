import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ComparedNode, ComparedText } from "../party/history/history-view.ts";
import { NotedDocument } from "../party/testing/noted-document.ts";
import { RoomClient } from "../party/testing/room-client.ts";
import type { HistoryPage, SentComparison, ShownStretch } from "./actions/history.ts";
import { ask, cookieOf, refusal } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

interface Timeline {
  stretches: ShownStretch[];
  next: number | null;
}

async function read<T>(personId: string, path: string): Promise<T> {
  const answer = await ask(path, { cookie: await cookieOf(personId) });
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return answer.json();
}

/** A case of the facilitator's words, to which somebody of village A added theirs. */
async function writtenByTwo(options = {}): Promise<string> {
  const first = await NotedDocument.create(["Pagu turun."], options);
  const second = await NotedDocument.enter(first.id, "participant-a");
  second.editor.edit((tr, doc) => {
    let at = 0;
    doc.descendants((node, place) => {
      if (node.textContent === "Pagu turun." && node.isTextblock) at = place + node.nodeSize - 1;
    });
    tr.insertText(" Seperlima.", at);
  });
  await second.saved();
  return `/api/documents/${first.id}/history`;
}

function textsIn(nodes: readonly (ComparedNode | ComparedText)[]): ComparedText[] {
  return nodes.flatMap((node) => ("text" in node ? [node] : textsIn(node.content)));
}

describe("the history of a document", () => {
  it("names villages to villagers and persons to facilitators and reviewers", async () => {
    const path = await writtenByTwo();
    const seen = await read<HistoryPage>("participant-b", path);
    expect(seen.seesPeople).toBe(false);
    expect(seen.authors.map(({ name }) => name).filter(Boolean)).toEqual([]);
    expect(seen.authors).toContainEqual(
      expect.objectContaining({ village: expect.objectContaining({ name: "Desa Contoh A" }) }),
    );
    const named = await read<HistoryPage>("facilitator", path);
    expect(named.authors).toContainEqual(
      expect.objectContaining({ name: "Warga participant-a", isRoom: false }),
    );
    expect(named.mayRestore).toBe(true);
    expect(seen.mayRestore).toBe(false);
  });

  it("tells who did what, newest first, and can be asked for one author alone", async () => {
    const path = await writtenByTwo();
    const { authors, head } = await read<HistoryPage>("facilitator", path);
    const all = await read<Timeline>("facilitator", `${path}/stretches`);
    expect(all.stretches[0]).toMatchObject({
      author: { name: "Warga participant-a" },
      inserted: " Seperlima.".length,
      to: head?.last,
    });
    const key = authors.find(({ name }) => name === "Warga participant-a")?.key ?? "";
    const own = await read<Timeline>(
      "facilitator",
      `${path}/stretches?author=${encodeURIComponent(key)}`,
    );
    expect(own.stretches).toHaveLength(1);
    const ofVillage = await read<Timeline>("participant-b", `${path}/stretches?village=village-a`);
    expect(ofVillage.stretches.map(({ to }) => to)).toEqual(own.stretches.map(({ to }) => to));
    const found = await read<Timeline>("facilitator", `${path}/stretches?words=seperlima`);
    expect(found.stretches.length).toBeGreaterThan(0);
    const none = await read<Timeline>("facilitator", `${path}/stretches?words=siluman`);
    expect(none.stretches).toEqual([]);
  });

  it("lays two moments over each other, with who wrote each word", async () => {
    const path = await writtenByTwo();
    const { head } = await read<HistoryPage>("facilitator", path);
    const last = head?.last ?? 0;
    const { content, authors, origins, inserted } = await read<SentComparison>(
      "facilitator",
      `${path}/comparison?from=${last - 1}&to=${last}`,
    );
    const added = textsIn(content).filter(({ insertedBy }) => insertedBy !== undefined);
    expect(added.map(({ text }) => text)).toEqual([" Seperlima."]);
    expect(inserted).toBe(" Seperlima.".length);
    const author = origins[added[0]?.insertedBy ?? -1]?.author ?? -1;
    expect(authors[author]?.name).toBe("Warga participant-a");
  });

  it("tells a reader who sees no names nothing of who is who in one village", async () => {
    const path = await writtenByTwo();
    const third = await NotedDocument.enter(path.split("/")[3] ?? "", "representative-a");
    third.editor.edit((tr) => tr.insertText("Lagi. ", third.editor.find("Pagu").from));
    await third.saved();
    const query = `${path}/comparison?from=0&to=${(await read<HistoryPage>("facilitator", path)).head?.last}`;
    const { authors, origins } = await read<SentComparison>("participant-b", query);
    const ofVillageA = authors.filter(({ village }) => village?.id === "village-a");
    expect(ofVillageA).toHaveLength(1);
    expect(origins.every(({ author }) => authors[author] !== undefined)).toBe(true);
    const named = await read<SentComparison>("facilitator", query);
    expect(named.authors.length).toBeGreaterThan(authors.length);
  });

  it("of an unnamed case names nobody but to facilitators", async () => {
    const path = await writtenByTwo({ isUnnamed: true });
    const real = /Desa Contoh|Warga |Pejabat |Kecamatan Contoh|village-[ab]|[\w-]+-[ab]"/;
    for (const reader of ["participant-a", "minute-taker", "observer", "camat"]) {
      for (const part of ["", "/stretches", "/comparison?from=0&to=1"]) {
        expect(JSON.stringify(await read(reader, path + part))).not.toMatch(real);
      }
    }
    const named = await read<HistoryPage>("facilitator", path);
    expect(JSON.stringify(named)).toContain("Warga participant-a");
  });

  it("is taken along as a table and as JSON, each as its reader may know it", async () => {
    const path = await writtenByTwo();
    const cookie = await cookieOf("participant-b");
    const table = await (await ask(`${path}/record.csv`, { cookie })).text();
    expect(table.split("\r\n")[0]).toContain("from,to,fromWib");
    expect(table).toContain("Desa Contoh A");
    expect(table).not.toContain("Warga");
    const listed = await read<ShownStretch[]>("facilitator", `${path}/record.json`);
    const { stretches } = await read<Timeline>("facilitator", `${path}/stretches`);
    expect(listed).toEqual(stretches);
    expect(table.trim().split("\r\n")).toHaveLength(listed.length + 1);
  });

  it("is brought back by a facilitator, as an edit that can be taken back", async () => {
    const path = await writtenByTwo();
    const before = (await read<HistoryPage>("facilitator", path)).head?.last ?? 0;
    const restore = async (personId: string, place: number) =>
      ask(`${path}/restoration`, {
        method: "PUT",
        json: { place, sectionId: null },
        cookie: await cookieOf(personId),
      });
    const words = async () =>
      (
        await ask(path.replace("history", "reading"), { cookie: await cookieOf("facilitator") })
      ).text();
    const done = await (await restore("facilitator", before - 1)).json<{ place: number }>();
    expect(done.place).toBeGreaterThan(before);
    expect(await words()).not.toContain("Seperlima");
    const { stretches } = await read<Timeline>("facilitator", `${path}/stretches`);
    expect(stretches[0]).toMatchObject({ cause: "restore", deleted: " Seperlima.".length });
    await restore("facilitator", done.place - 1);
    expect(await words()).toContain("Seperlima");
    expect(await refusal(await restore("facilitator", 99_999))).toMatchObject({
      code: "moment-outside",
    });
    expect((await restore("minute-taker", 1)).status).toBe(403);
  });

  it("refuses a moment outside the record, and a query that is none", async () => {
    const path = await writtenByTwo();
    const cookie = await cookieOf("facilitator");
    expect(await refusal(await ask(`${path}/comparison?from=0&to=99999`, { cookie }))).toEqual({
      status: 404,
      code: "moment-outside",
    });
    const answer = await ask(`${path}/comparison?from=-1&to=x`, { cookie });
    expect(answer.status).toBe(422);
  });
});
