import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { removedTitle } from "../../domain/document/forum-words.ts";
import type { ReadingNode } from "../../party/reading.ts";
import { id } from "../messages/id.ts";
import { renderNode } from "./reading-node.ts";

const villages = [{ id: "village-a", name: "Desa Contoh A", colour: 3 }];

function html(...content: ReadingNode[]): string {
  return renderToStaticMarkup(
    renderNode({ type: "doc", content }, { words: id.document, villages }),
  );
}

function text(words: string, ...marks: NonNullable<ReadingNode["marks"]>): ReadingNode {
  return { type: "text", text: words, marks };
}

test("containers carry the names that the editor shows", () => {
  const lane = { type: "lane", attrs: { village: "village-a" }, content: [] };
  const words = { type: "paragraph", content: [text("Tetap.")] };
  const former = { type: "lane", attrs: { village: "village-z" }, content: [words] };
  const page = html({ type: "section", attrs: { kind: "practices" }, content: [lane, former] });
  expect(page).toContain("Praktik desa lain");
  expect(page).toContain('data-village="3"');
  expect(page).toContain("Desa Contoh A");
  expect(page).toContain("Desa yang tidak lagi diundang");
});

test("what was taken off the agenda or invited no more is shown with its words, and not without", () => {
  const words = { type: "paragraph", content: [text("Tetap.")] };
  const item = (title: string, ...content: ReadingNode[]) => ({
    type: "agendaItem",
    attrs: { title },
    content,
  });
  const lane = (...content: ReadingNode[]) => ({
    type: "lane",
    attrs: { village: "village-z" },
    content,
  });
  expect(html(item(removedTitle("Bedah kasus"), lane({ type: "paragraph" })))).toBe("");
  expect(html(item(removedTitle("Bedah kasus"), lane(words)))).toContain("acara dihapus");
  expect(html(item("Bedah kasus", lane()))).not.toContain("tidak lagi diundang");
});

test("who came is named as attendance", () => {
  const words = { type: "paragraph", content: [text("Hadir: 3 orang.")] };
  const page = html({ type: "forumData", attrs: { kind: "attendance" }, content: [words] });
  expect(page).toContain("Kehadiran");
  expect(page).toContain("Hadir: 3 orang.");
});

test("words are shown as words, never as markup", () => {
  const page = html({ type: "paragraph", content: [text("<img src=x onerror=alert(1)>")] });
  expect(page).toBe("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
});

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "mailto:a@b",
  "//x.id",
  null,
  7,
])("of a link to %j only the words are shown", (href) => {
  expect(html(text("peraturan", { type: "link", attrs: { href } }))).toBe("peraturan");
});

test("a link to a website is a link, also where it is bold", () => {
  const href = "https://peraturan.go.id";
  const page = html(text("peraturan", { type: "bold" }, { type: "link", attrs: { href } }));
  expect(page).toContain(`href="${href}"`);
  expect(page).toContain("<strong>peraturan</strong>");
});

test("lists, tasks and tables keep their form", () => {
  const paragraph = { type: "paragraph", content: [text("x")] };
  const cell = { type: "tableCell", attrs: { colspan: 2, rowspan: 1 }, content: [paragraph] };
  const row = { type: "tableRow", content: [cell] };
  expect(html({ type: "table", content: [row] })).toContain('<td colSpan="2" rowSpan="1"><p>x</p>');
  const task = { type: "taskItem", attrs: { checked: true }, content: [paragraph] };
  expect(html({ type: "taskList", content: [task] })).toMatch(/<input[^>]*checked/);
  const item = { type: "listItem", content: [paragraph] };
  expect(html({ type: "orderedList", attrs: { start: 4 }, content: [item] })).toBe(
    '<ol start="4"><li><p>x</p></li></ol>',
  );
});

test("[R8] of what a newer schema brought, the words are shown", () => {
  const paragraph = { type: "paragraph", content: [text("Tetap terbaca", { type: "highlight" })] };
  expect(html({ type: "callout", attrs: { onclick: "x" }, content: [paragraph] })).toBe(
    "<p>Tetap terbaca</p>",
  );
});
