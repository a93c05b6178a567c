import type { ReactNode } from "react";
import type { ComparedNode, ComparedText } from "../../party/history/history-view.ts";
import type { ShownNode } from "../document/reading-node.ts";
import { type Change, type ChangeList, type Compared, isText } from "./find-changes.ts";
import type { ShownAuthor, ShownOrigin } from "./history-answers.ts";
import { attrsAt, hasSide, type Side } from "./sides.ts";

export interface Dressing {
  list: ChangeList;
  origins: readonly ShownOrigin[];
  /** Both moments in one text, or one of them. */
  side: Side | "both";
  /** Whether each text is coloured by who wrote it. */
  isByWriter: boolean;
  /** Stands before a change's first words: whose it is. */
  nameOf: (change: Change, number: number) => ReactNode;
}

/** A comparison as nodes that the page shows; `runs` are its texts by the number in `data-run`. */
export interface DressedText {
  nodes: ShownNode[];
  runs: ComparedText[];
}

export function dressText(content: readonly ComparedNode[], dressing: Dressing): DressedText {
  const walk: Walk = { ...dressing, runs: [], named: new Set(), unnamed: [] };
  const nodes = content.flatMap((node) => dressNode(node, walk) ?? []);
  return { nodes, runs: walk.runs };
}

interface Walk extends Dressing {
  runs: ComparedText[];
  /** Numbers of the changes whose name stands in the text, or will. */
  named: Set<number>;
  /** Of those, the ones for whose name no place was reached yet: it stands before words. */
  unnamed: number[];
}

function dressNode(compared: Compared, walk: Walk): ShownNode | null {
  const { side, list } = walk;
  if (side !== "both" && !hasSide(compared, side)) return null;
  const number = list.numbers.get(compared);
  if (number !== undefined && !walk.named.has(number)) {
    walk.named.add(number);
    walk.unnamed.push(number);
  }
  if (isText(compared)) return dressRun(compared, walk);
  const content = compared.content.flatMap((child) => dressNode(child, walk) ?? []);
  const attrs = side === "older" ? attrsAt(compared, side) : compared.attrs;
  const props = propsOf(compared, walk);
  const before = content.length === 0 ? takeTags(walk) : null;
  const dress = Object.keys(props).length > 0 || before !== null ? { props, before } : null;
  return { type: compared.type, attrs, content, ...(dress && { dress }) };
}

function dressRun(text: ComparedText, walk: Walk): ShownNode {
  const { side, runs, list } = walk;
  const marks = side === "older" ? (text.marksBefore ?? text.marks) : text.marks;
  const run = runs.push(text) - 1;
  const tag = text.deletedBy !== undefined ? "del" : list.numbers.has(text) ? tagOf(text) : "span";
  return {
    type: "text",
    text: text.text,
    marks: Object.entries(marks).map(([type, attrs]) => ({ type, attrs })),
    dress: {
      tag,
      props: { "data-run": run, ...barOf(text), ...propsOf(text, walk), ...writerOf(text, walk) },
      before: takeTags(walk),
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

/** Removed words can be tapped and reached by keyboard. */
function barOf({ bar }: ComparedText) {
  if (!bar) return {};
  return { className: "redacted-bar", tabIndex: 0, "data-bar": `${bar.client}:${bar.clock}` };
}

function writerOf(text: ComparedText, { isByWriter, origins }: Dressing) {
  const writer = isByWriter ? origins[text.writtenBy]?.author : undefined;
  if (!writer || writer.isRoom) return {};
  return { "data-writer": "", "data-village": colourOf(writer) };
}

/** The names that wait for a place. */
function takeTags(walk: Walk): ReactNode {
  if (walk.unnamed.length === 0) return null;
  const { list, unnamed } = walk;
  walk.unnamed = [];
  return unnamed.flatMap((number) => {
    const change = list.changes[number];
    return change ? walk.nameOf(change, number) : [];
  });
}

/** For `data-village`: a village's colour, or that of offices and of the room. */
export function colourOf({ village }: ShownAuthor): number | "office" {
  return village?.colour ?? "office";
}
