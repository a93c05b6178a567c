import { createElement, type ReactNode } from "react";
import type { ComparedNode, ComparedText } from "../../party/history/history-view.ts";
import type { ShownNode } from "../document/reading-node.ts";
import { ChangeTag } from "./ChangeTag.tsx";
import { type ChangeList, type Compared, isText } from "./find-changes.ts";
import type { ShownAuthor, ShownOrigin } from "./history-answers.ts";
import { attrsAt, hasSide, type Side } from "./sides.ts";

export interface Dressing {
  list: ChangeList;
  origins: readonly ShownOrigin[];
  /** Both moments in one text, or one of them. */
  side: Side | "both";
  /** Whether each text is coloured by who wrote it. */
  isByWriter: boolean;
}

/** A comparison as nodes that the page shows; `runs` are its texts by the number in `data-run`. */
export interface DressedText {
  nodes: ShownNode[];
  runs: ComparedText[];
}

export function dressText(content: readonly ComparedNode[], dressing: Dressing): DressedText {
  const runs: ComparedText[] = [];
  const nodes = content.flatMap((node) => dressNode(node, dressing, runs) ?? []);
  return { nodes, runs };
}

function dressNode(compared: Compared, dressing: Dressing, runs: ComparedText[]): ShownNode | null {
  const { side } = dressing;
  if (side !== "both" && !hasSide(compared, side)) return null;
  if (isText(compared)) return dressRun(compared, dressing, runs);
  const content = compared.content.flatMap((child) => dressNode(child, dressing, runs) ?? []);
  const attrs = side === "older" ? attrsAt(compared, side) : compared.attrs;
  const props = propsOf(compared, dressing);
  const before = tagsAt(compared, dressing);
  const dress = Object.keys(props).length > 0 || before !== null ? { props, before } : null;
  return { type: compared.type, attrs, content, ...(dress && { dress }) };
}

function dressRun(text: ComparedText, dressing: Dressing, runs: ComparedText[]): ShownNode {
  const marks = dressing.side === "older" ? (text.marksBefore ?? text.marks) : text.marks;
  const run = runs.push(text) - 1;
  const tag =
    text.deletedBy !== undefined ? "del" : dressing.list.numbers.has(text) ? tagOf(text) : "span";
  return {
    type: "text",
    text: text.text,
    marks: Object.entries(marks).map(([type, attrs]) => ({ type, attrs })),
    dress: {
      tag,
      props: { "data-run": run, ...propsOf(text, dressing), ...writerOf(text, dressing) },
      before: tagsAt(text, dressing),
    },
  };
}

function tagOf({ insertedBy }: ComparedText): string {
  return insertedBy === undefined ? "span" : "ins";
}

/** Its change by number, what happened to it, and the colours of whoever did it. */
function propsOf(compared: Compared, { list }: Dressing): Record<string, unknown> {
  const number = list.numbers.get(compared);
  const change = number === undefined ? undefined : list.changes[number];
  if (!change) return {};
  const kind =
    compared.deletedBy !== undefined
      ? "deleted"
      : compared.insertedBy !== undefined
        ? "inserted"
        : "changed";
  return { "data-change": number, "data-kind": kind, "data-village": colourOf(change.author) };
}

function writerOf(text: ComparedText, { isByWriter, origins }: Dressing) {
  const writer = isByWriter ? origins[text.writtenBy]?.author : undefined;
  if (!writer || writer.isRoom) return {};
  return { "data-writer": "", "data-village": colourOf(writer) };
}

function tagsAt(compared: Compared, { list }: Dressing): ReactNode {
  const numbers = list.starts.get(compared);
  if (!numbers) return null;
  return numbers.flatMap((number) => {
    const change = list.changes[number];
    return change ? createElement(ChangeTag, { key: `tag ${number}`, number, change }) : [];
  });
}

/** For `data-village`: a village's colour, or that of offices and of the room. */
export function colourOf({ village }: ShownAuthor): number | "office" {
  return village?.colour ?? "office";
}
