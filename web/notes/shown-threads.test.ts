import { expect, test } from "vitest";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import { filterThreads, noFilter, noVillage, orderThreads } from "./shown-threads.ts";

const village = { id: "a", name: "Desa Contoh A", colour: 0 };
const asked = thread("asked", { kind: "question", village });
const praised = thread("praised", { kind: "praise", isClosed: true });
const both = [asked, praised];

test("notes are shown by kind, by village, by state, and by whether they were read", () => {
  const ids = (filter: Partial<typeof noFilter>) =>
    filterThreads(both, { ...noFilter, ...filter }, new Set(["praised"])).map(({ id }) => id);
  expect(ids({})).toEqual(["asked", "praised"]);
  expect(ids({ kind: "question" })).toEqual(["asked"]);
  expect(ids({ village: "a" })).toEqual(["asked"]);
  expect(ids({ village: noVillage })).toEqual(["praised"]);
  expect(ids({ state: "open" })).toEqual(["asked"]);
  expect(ids({ state: "done" })).toEqual(["praised"]);
  expect(ids({ state: "unread" })).toEqual(["praised"]);
  expect(ids({ state: "unread", kind: "question" })).toEqual([]);
});

test("notes stand in the order of the text, and those without a place in it apart", () => {
  const threads = [
    thread("last", {}),
    thread("gone", { placement: "orphaned" }),
    thread("frozen", { placement: "beside" }),
    thread("coming", {}),
    thread("first", {}),
  ];
  const at = (from: number) => ({ from, to: from + 1, laneVillageId: null });
  const groups = orderThreads(
    threads,
    new Map([
      ["first", at(3)],
      ["last", at(90)],
    ]),
  );
  expect(groups.inText.map(({ id }) => id)).toEqual(["first", "last", "coming"]);
  expect(groups.beside.map(({ id }) => id)).toEqual(["frozen"]);
  expect(groups.orphaned.map(({ id }) => id)).toEqual(["gone"]);
});

function thread(
  id: string,
  options: Partial<Pick<ThreadView, "kind" | "placement">> & {
    village?: typeof village;
    isClosed?: boolean;
  },
): ThreadView {
  const { kind = "question", placement = "placed", isClosed = false } = options;
  const author = { personId: "p", name: "Wakil Contoh A", office: null };
  const by = { ...author, village: options.village ?? null };
  return {
    ...{ id, kind, placement, author: by },
    text: "Teks",
    mentioned: { villages: [], people: [] },
    cited: [],
    at: 1,
    quote: "kata",
    suggestion: null,
    containerId: null,
    closed: isClosed ? { by, at: 2 } : null,
    accepted: null,
    replies: [],
    lastWordAt: 1,
  };
}
