import * as Y from "yjs";
import { followUpFields } from "../../domain/document/containers.ts";
import type { FollowUpWords } from "../../domain/document/follow-up-words.ts";
import type { Promises } from "./project-register.ts";
import { readCitations } from "./read-citations.ts";

/** What the document promises, in the order in which it stands there; what is empty is no promise. */
export function readPromises(fragment: Y.XmlFragment): Promises {
  const containers = fragment
    .toArray()
    .flatMap((section) => (section instanceof Y.XmlElement ? section.toArray() : []))
    .filter((node) => node instanceof Y.XmlElement);
  const agreements = containers.flatMap((container) => {
    const nodeId = container.getAttribute("id");
    if (container.nodeName !== "agreement" || nodeId === undefined) return [];
    const text = linesOf(container).join("\n").trim();
    return text === "" ? [] : [{ nodeId, text }];
  });
  const followUps = containers.flatMap((container) => {
    const nodeId = container.getAttribute("id");
    if (container.nodeName !== "followUp" || nodeId === undefined) return [];
    const words = wordsOf(container);
    return Object.values(words).every((word) => word === "") ? [] : [{ nodeId, ...words }];
  });
  return { agreements, followUps, citations: readCitations(fragment) };
}

/** Whether something in such a container, or the container itself, came, went or changed. */
export function touchesPromises({ changed }: Y.Transaction): boolean {
  for (const [type, keys] of changed) {
    for (let at: unknown = type; at instanceof Y.AbstractType; at = at._item?.parent) {
      if (at instanceof Y.XmlElement && promising.has(at.nodeName)) return true;
      // A whole container came or went.
      const isSection = at instanceof Y.XmlElement && at.nodeName === "section";
      if (isSection && at === type && keys.has(null)) return true;
    }
  }
  return false;
}

const promising: ReadonlySet<string> = new Set(["agreement", "followUp"]);

function wordsOf(followUp: Y.XmlElement): FollowUpWords {
  const words = Object.fromEntries(followUpFields.map((name) => [name, ""]));
  for (const field of followUp.toArray()) {
    if (!(field instanceof Y.XmlElement)) continue;
    const name = field.getAttribute("name");
    if (name !== undefined && words[name] === "") words[name] = textOf(field).trim();
  }
  return words as Record<keyof FollowUpWords, string>;
}

/** One line for each block of text within. */
function linesOf(parent: Y.XmlElement): string[] {
  if (parent.toArray().every((node) => node instanceof Y.XmlText)) return [textOf(parent)];
  return parent.toArray().flatMap((node) => (node instanceof Y.XmlElement ? linesOf(node) : []));
}

/** Without formatting, which `toString` would write as tags; a line break within is a space. */
function textOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((node) => {
      if (!(node instanceof Y.XmlText)) return " ";
      const runs: { insert: unknown }[] = node.toDelta();
      return runs.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
    })
    .join("");
}
