import { EditorState } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import { canonicalBlocks } from "../../domain/document/canonical.ts";
import { documentSchema } from "../../domain/document/schema.ts";
import type { DocumentSource } from "../../domain/document/source.ts";
import { createTemplate } from "../../domain/document/templates.ts";
import { editorBars } from "./editor-bars.ts";

const source: DocumentSource = {
  ...{ id: "d1", kind: "case", title: "Pagu turun", theme: "planning", fiscalYear: 2027 },
  ...{ status: "submitted", proposedByVillage: null, villages: [{ id: "a" }, { id: "b" }] },
  forum: {
    ...{ id: "f1", title: "Forum Sinau", startsAt: 0, endsAt: 1, place: "Pendopo" },
    ...{ districtName: "Binangun", regency: "Blitar" },
  },
  ...{ agenda: [], chair: null, recorders: [], attendance: [] },
};

/** The case's template, with a list and a link whose target was masked in its first lane. */
function document() {
  let last = 0;
  const template = createTemplate(source, () => `n${++last}`);
  const { nodes, marks } = documentSchema;
  const paragraph = (words: string, href?: string) => {
    const link =
      href === undefined ? [] : [marks.link?.create({ href })].flatMap((one) => one ?? []);
    return nodes.paragraph?.create(null, documentSchema.text(words, link)) ?? [];
  };
  const list =
    nodes.bulletList?.create(null, nodes.listItem?.create(null, paragraph("Butir."))) ?? [];
  const { tr } = EditorState.create({ doc: template });
  template.descendants((node, at) => {
    if (node.type.name === "lane" && tr.steps.length === 0) {
      tr.insert(at + 1, [list, paragraph("Lihat berkas", "https://contoh.test/████")].flat());
    }
  });
  return tr.doc;
}

test("the blocks that lost their cover are marked, also where no letter of theirs is a bar", () => {
  const doc = document();
  const state = EditorState.create({ doc });
  const blocks = canonicalBlocks(doc.toJSON()) as [number, unknown, [string, ...unknown[]]][];
  const marked = (number: number) => {
    const plugin = editorBars({ name: "bar", uncovered: new Set([number]) });
    const set = plugin.props.decorations?.call(plugin, state) as DecorationSet;
    return set.find().map(({ from }) => doc.nodeAt(from));
  };
  expect(blocks.length).toBeGreaterThan(20);
  expect(blocks.map((_, number) => marked(number).map((node) => node?.type.name))).toEqual(
    blocks.map(([, , [type]]) => [type]),
  );
  const link = blocks.findIndex((block) => JSON.stringify(block).includes("Lihat berkas"));
  expect(marked(link).map((node) => node?.textContent)).toEqual(["Lihat berkas"]);
  expect(marked(-1)).toEqual([]);
});
