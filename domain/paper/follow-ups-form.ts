import { followUpFields } from "../document/containers.ts";
import type { ReadingNode } from "../document/reading-node.ts";
import { fieldOf, type PaperNames } from "./containers-of.ts";
import { hasWords, type PaperPart } from "./paper-part.ts";

/** The plan of follow-ups as the table of the form, without those that nobody filled in. */
export function followUpsForm(content: readonly ReadingNode[], names: PaperNames): PaperPart[] {
  const filled = content.filter((node) => node.type === "followUp" && hasWords(node));
  const others = content.filter((node) => node.type !== "followUp" && hasWords(node));
  const rows = filled.map((followUp, at) => [
    String(at + 1),
    ...followUpFields.map((name) => fieldOf(followUp, name)),
  ]);
  return [
    ...(others.length > 0 ? [{ kind: "words", content: others } as const] : []),
    {
      kind: "form",
      form: "followUps",
      columns: ["No", ...followUpFields.map((name) => names.fields[name] ?? "")],
      room: [1, 120, 50, 30, 30, 90],
      rows: rows.length > 0 ? rows : [["1", "", "", "", "", ""]],
    },
  ];
}

/** The agreements, numbered, or room to write. */
export function agreementsList(content: readonly ReadingNode[]): PaperPart[] {
  const items = content
    .filter((node) => hasWords(node))
    .map((node) => (node.type === "agreement" ? (node.content ?? []).filter(hasWords) : [node]));
  return items.length > 0 ? [{ kind: "list", items }] : [{ kind: "blank" }];
}
