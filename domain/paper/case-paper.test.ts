import { expect, test } from "vitest";
import type { ReadingNode } from "../document/reading-node.ts";
import { casePaper } from "./case-paper.ts";
import { wordsOf } from "./paper-part.ts";

const paragraph = (text: string): ReadingNode => ({
  type: "paragraph",
  content: text === "" ? [] : [{ type: "text", text }],
});

const section = (kind: string, ...content: ReadingNode[]): ReadingNode => ({
  type: "section",
  attrs: { id: kind, kind },
  content,
});

const lane = (village: string, text: string): ReadingNode => ({
  type: "lane",
  attrs: { id: village, village },
  content: [paragraph(text)],
});

const names = {
  sections: { situation: "Situasi dan fakta", practices: "Praktik desa lain" },
  branches: { people: "SDM", budget: "Anggaran" },
  fields: { title: "Judul" },
  village: (id: string) => (id === "m1" ? "Desa 1" : id === "m2" ? "Desa 2" : null),
  formerVillage: "Desa yang tidak diundang lagi",
};

/** The parts in words, a blank one as a line. */
function said(...sections: ReadingNode[]): string[] {
  return casePaper({ type: "doc", content: sections }, names).flatMap((part) => {
    switch (part.kind) {
      case "heading":
        return [part.text];
      case "words":
        return [part.content.map(wordsOf).join(" ")];
      case "facts":
        return part.facts.map(({ name, value }) => `${name}: ${value}`);
      case "blank":
        return ["____"];
      default:
        return [part.kind];
    }
  });
}

test("each section is numbered, and an unwritten one leaves room to write", () => {
  const field = {
    type: "field",
    attrs: { name: "title" },
    content: [{ type: "text", text: "Pagu" }],
  };
  const lines = said(section("identity", field), section("situation", paragraph("Pagu turun.")));
  expect(lines.slice(0, 3)).toEqual(["Judul: Pagu", "1. Situasi dan fakta", "Pagu turun."]);
  expect(lines).toContain("____");
});

test("a lane bears the name that its reader may know, and an empty one is left out", () => {
  const lines = said(section("practices", lane("m1", "Dicicil."), lane("m2", "")));
  expect(lines).toEqual(expect.arrayContaining(["Desa 1", "Dicicil."]));
  expect(lines).not.toContain("Desa 2");
});

test("words before, between and after the lanes stay in their order", () => {
  const lines = said(
    section("practices", paragraph("Awal."), lane("m1", "Satu."), paragraph("Akhir.")),
  );
  const at = lines.indexOf("Awal.");
  expect(lines.slice(at, at + 4)).toEqual(["Awal.", "Desa 1", "Satu.", "Akhir."]);
});

test("a branch that nobody sought under keeps its room", () => {
  const branch = (kind: string, text: string) => ({
    type: "branch",
    attrs: { id: kind, kind },
    content: [paragraph(text)],
  });
  const lines = said(section("causes", branch("people", "Baru."), branch("budget", "")));
  const at = lines.indexOf("SDM");
  expect(lines.slice(at, at + 4)).toEqual(["SDM", "Baru.", "Anggaran", "____"]);
});
