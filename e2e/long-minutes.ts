import { setTimeout } from "node:timers/promises";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import YProvider from "y-partyserver/provider";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../domain/document/schema.ts";
import { demoForumId, demoMinutesId } from "../scripts/demo/forum.ts";
import { demoDistrictId } from "../scripts/demo/villages.ts";
import type { Database } from "../worker/db/open.ts";
import { forumVillages, villages } from "../worker/db/schema.ts";

const letters = ["E", "F", "G", "H", "I", "J", "K", "L"];

/** Makes twelve invited villages of the demo's four, before the room of its minutes is opened. */
export async function inviteTwelve(database: Database): Promise<void> {
  const more = letters.map((letter, at) => ({
    id: `contoh-${letter.toLowerCase()}`,
    districtId: demoDistrictId,
    name: `Desa Contoh ${letter}`,
    colour: at + 4,
    isDemo: true,
  }));
  await database.insert(villages).values(more);
  await database
    .insert(forumVillages)
    .values(more.map(({ id }, at) => ({ forumId: demoForumId, villageId: id, position: at + 4 })));
}

interface Seat {
  /** The server's address. */
  url: string;
  /** Of somebody who may write in every lane. */
  cookie: string;
}

/** Writes into every lane of the demo's minutes, with tables of up to twelve columns. */
export async function writeLongMinutes({ url, cookie }: Seat, paragraphs: number): Promise<void> {
  const doc = new Y.Doc();
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      // Node's own takes headers, which browsers' types do not know.
      super(address, { headers: { cookie, origin: url } } as never);
    }
  }
  const provider = new YProvider(new URL(url).host, demoMinutesId, doc, {
    party: "document-room",
    WebSocketPolyfill: SignedInSocket,
    disableBc: true,
  });
  try {
    await new Promise<void>((resolve) => {
      provider.on("sync", (isSynced: boolean) => {
        if (isSynced) resolve();
      });
    });
    const sections = doc.getXmlFragment(fragmentName);
    for (const [at, lane] of elementsIn(sections, "lane").entries()) {
      doc.transact(() => append(lane, laneBlocks(at + 1, paragraphs)));
    }
    for (const section of elementsIn(sections, "section")) {
      const kind = section.getAttribute("kind") ?? "";
      if (!(kind in besideLanes)) continue;
      const words = besideLanes[kind as keyof typeof besideLanes];
      doc.transact(() => append(section, [paragraph(words)]));
    }
    await untilRead({ url, cookie }, lastWords);
  } finally {
    provider.destroy();
    doc.destroy();
  }
}

/** What is written last of all. */
const lastWords = "SelesaiDitulis";

/** In the order in which the sections stand. */
const besideLanes = {
  opening: "Forum dibuka dengan doa bersama.",
  conclusions: "Belanja wajib didahulukan.",
  closing: lastWords,
};

function laneBlocks(lane: number, paragraphs: number): object[] {
  const said = Array.from({ length: paragraphs }, (_, at) => paragraph(sentence(lane * 100 + at)));
  return [...said, ...tablesOf(lane), paragraph(`Kesimpulan: ${sentence(lane * 100 + 99)}`)];
}

function tablesOf(lane: number): object[] {
  switch (lane % 6) {
    case 1:
      return [table(12, 14, lane, (row, column) => `${row}.${column}50.000`)];
    case 3:
      return [table(12, 3, lane, () => "penatausahaan keuangan")];
    case 5:
      return [table(5, 45, lane, (row, column) => `uraian ${row} lajur ${column}`)];
    default:
      return [];
  }
}

const vocabulary = (
  "belanja desa yang wajib didahulukan ketika pagu berkurang sehingga kegiatan pembangunan " +
  "ditunda sampai perubahan anggaran dan pertanggungjawaban disusun bersama perangkat"
).split(" ");

/** Some forty words, each numbered so that none stands for another. */
function sentence(seed: number): string {
  const words = Array.from({ length: 40 }, (_, at) => {
    const word = vocabulary[(seed * 7 + at * 3) % vocabulary.length] ?? "";
    return at % 8 === 0 ? `${word}${seed}` : word;
  });
  return `${words.join(" ")}.`;
}

function paragraph(text: string) {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function table(
  columns: number,
  rows: number,
  lane: number,
  word: (row: number, column: number) => string,
) {
  const row = (type: string, words: (column: number) => string) => ({
    type: "tableRow",
    content: Array.from({ length: columns }, (_, column) => ({
      type,
      content: [paragraph(words(column + 1))],
    })),
  });
  return {
    type: "table",
    content: [
      row("tableHeader", (column) => `Lajur${lane}-${column}`),
      ...Array.from({ length: rows }, (_, at) =>
        row("tableCell", (column) => word(at + 1, column)),
      ),
    ],
  };
}

function append(container: Y.XmlElement, blocks: object[]): void {
  const from = new Y.Doc().getXmlFragment("blocks");
  const content = [{ type: "section", attrs: { id: "n0", kind: "opening" }, content: blocks }];
  prosemirrorToYXmlFragment(documentSchema.nodeFromJSON({ type: "doc", content }), from);
  const section = from.get(0) as Y.XmlElement;
  container.push(section.toArray().map((node) => node.clone() as Y.XmlElement));
}

function elementsIn(fragment: Y.XmlFragment, name: string): Y.XmlElement[] {
  const walker = fragment.createTreeWalker(
    (node) => node instanceof Y.XmlElement && node.nodeName === name,
  );
  return [...walker] as Y.XmlElement[];
}

/** Waits until the room has everything: a provider like this one is not told. */
async function untilRead({ url, cookie }: Seat, words: string): Promise<void> {
  const address = `${url}/api/documents/${demoMinutesId}/reading`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(address, { headers: { cookie } });
    if ((await answer.text()).includes(words)) return;
    await setTimeout(200);
  }
  throw new Error("the room did not take what was written");
}
