import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ComparedNode } from "../../party/history/history-view.ts";
import { renderNode } from "../document/reading-node.ts";
import { id } from "../messages/id.ts";
import { dressText } from "./dressed-node.ts";
import { type Change, findChanges } from "./find-changes.ts";
import type { Side } from "./sides.ts";
import { block, originOf, paragraph, room, text, villager } from "./testing/compared.ts";

const origins = [originOf(room), originOf(villager("A")), originOf(villager("B"))];
const replaced = paragraph(
  text("Pagu "),
  text("turun", { deletedBy: 1 }),
  text("naik", { insertedBy: 1, writtenBy: 1 }),
);

const nameOf = ({ author }: Change, key: number) => createElement("b", { key }, author.key);

function html(content: ComparedNode[], side: Side | "both" = "both"): string {
  const list = findChanges({ content, origins });
  const { nodes } = dressText(content, { list, origins, side, isByWriter: false, nameOf });
  const context = { words: id.document, villages: [] };
  return renderToStaticMarkup(renderNode({ type: "doc", content: nodes }, context));
}

test("a change bears its village's colour and its name, once", () => {
  const page = html([replaced]);
  expect(page).toMatch(/<del data-run="1" data-change="0" data-kind="deleted" data-village="0">/);
  expect(page).toMatch(/<ins data-run="2" data-change="0"[^>]*>naik<\/ins>/);
  expect(page.match(/A1<\/b>/g)).toHaveLength(1);
});

test("side by side each moment has its own words, and the name stands on both", () => {
  const [older, newer] = [html([replaced], "older"), html([replaced], "newer")];
  expect(older).toContain("turun</del>");
  expect(older).not.toContain("naik");
  expect(newer).toContain("naik</ins>");
  expect(newer).not.toContain("turun");
  for (const page of [older, newer]) expect(page).toContain("A1</b>");
});

test("of a row that was added the name stands in its first cell, not between cells", () => {
  const cell = block("tableCell", [paragraph(text("1", { insertedBy: 2 }))], { insertedBy: 2 });
  const row = block("tableRow", [cell, cell], { insertedBy: 2 });
  const page = html([block("table", [row])]);
  expect(page).toMatch(/<tr data-change="0"[^>]*><td[^>]*><p><b/);
});

test("a task that was ticked shows both moments side by side", () => {
  const task = block("taskItem", [paragraph(text("RAB"))], {
    ...{ attrs: { checked: true }, attrsBefore: { checked: false }, changedBy: 1 },
  });
  expect(html([task], "newer")).toContain("checked");
  expect(html([task], "older")).not.toContain('checked=""');
});
