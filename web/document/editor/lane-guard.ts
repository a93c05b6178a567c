import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { growingContainers } from "../../../domain/document/containers.ts";
import type { Closure, ContainerContext } from "./container-view.ts";

export interface GuardOptions {
  closureOf: ContainerContext["closureOf"];
  /** Called when something was not done, with why what it would touch is closed. */
  onBlocked: (why: Closure) => void;
}

/**
 * Keeps the person from trying what the room would refuse: writing in another village's lane, in
 * the forum's data or in what is locked, removing or copying a fixed container. The room decides; this only spares them the refusal.
 */
export const LaneGuard = Extension.create<GuardOptions>({
  name: "laneGuard",
  addOptions() {
    return { closureOf: () => "lane", onBlocked: () => {} };
  },
  addKeyboardShortcuts() {
    return {
      // A field is one line: Enter goes on to what follows.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== "field") return false;
        return editor.commands.focus($from.after() + 1);
      },
      "Mod-a": ({ editor }) => {
        const { $from } = editor.state.selection;
        for (let depth = $from.depth; depth > 0; depth--) {
          if (!isContainer($from.node(depth))) continue;
          return editor.commands.setTextSelection({
            from: $from.start(depth) + 1,
            to: $from.end(depth) - 1,
          });
        }
        return false;
      },
    };
  },
  addProseMirrorPlugins() {
    const { closureOf, onBlocked } = this.options;
    return [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || isFromOthers(transaction)) return true;
          const why =
            closureTouched(state.doc, transaction.doc, closureOf) ??
            (fixedContainers(state.doc) === fixedContainers(transaction.doc) ? null : "lane");
          if (why) onBlocked(why);
          return why === null;
        },
        appendTransaction(transactions, _before, { doc, tr }) {
          if (!transactions.some((each) => each.docChanged && !isFromOthers(each))) return null;
          fillEmptyContainers(doc, tr, closureOf);
          return tr.docChanged ? tr : null;
        },
        props: { transformPasted: (slice) => withoutContainers(slice) },
      }),
    ];
  },
});

function isFromOthers(transaction: Transaction): boolean {
  return Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin);
}

function isContainer(node: Node): boolean {
  return "id" in node.attrs;
}

/** The fixed containers in order, as one string to compare. */
function fixedContainers(doc: Node): string {
  const found: string[] = [];
  doc.descendants((node) => {
    if (!isContainer(node)) return !node.isTextblock;
    // What stands inside a growing container comes and goes with it.
    if (growingContainers.has(node.type.name)) return false;
    found.push(`${node.type.name}:${node.attrs.id}`);
    return true;
  });
  return found.join();
}

/** Why what would change is closed; null where nothing of it is. */
function closureTouched(
  before: Node,
  after: Node,
  closureOf: GuardOptions["closureOf"],
): Closure | null {
  const parts = closedParts(before, closureOf);
  const next = closedParts(after, closureOf);
  const touched = parts.find(({ node }, at) => next[at]?.node.eq(node) !== true);
  return touched?.why ?? null;
}

function closedParts(
  doc: Node,
  closureOf: GuardOptions["closureOf"],
): { node: Node; why: Closure }[] {
  const whole = closureOf(doc, null);
  if (whole) return [{ node: doc, why: whole }];
  const parts: { node: Node; why: Closure }[] = [];
  doc.descendants((node, _position, parent) => {
    const why = isContainer(node) ? closureOf(node, parent) : null;
    if (why) parts.push({ node, why });
    return why === null && !node.isTextblock;
  });
  return parts;
}

/** A container that lost its last paragraph gets one, so that there is a place to write. */
function fillEmptyContainers(
  doc: Node,
  transaction: Transaction,
  closureOf: GuardOptions["closureOf"],
): void {
  const paragraph = doc.type.schema.nodes.paragraph;
  if (closureOf(doc, null)) return;
  doc.descendants((node, position, parent) => {
    if (isContainer(node) && closureOf(node, parent)) return false;
    if (paragraph && isContainer(node) && node.childCount === 0 && !node.isTextblock) {
      if (node.type.contentMatch.matchType(paragraph)) {
        transaction.insert(transaction.mapping.map(position + 1), paragraph.create());
      }
    }
    return !node.isTextblock;
  });
}

/** Pasted containers become their content: the room alone makes sections and lanes. */
function withoutContainers(slice: Slice): Slice {
  let { content, openStart, openEnd } = slice;
  for (let only = content.firstChild; only && content.childCount === 1 && isContainer(only); ) {
    if (only.isTextblock) break;
    content = only.content;
    openStart = Math.max(0, openStart - 1);
    openEnd = Math.max(0, openEnd - 1);
    only = content.firstChild;
  }
  const flat: Node[] = [];
  flatten(content, flat);
  const isFlat = flat.length === content.childCount;
  return isFlat ? new Slice(content, openStart, openEnd) : new Slice(Fragment.from(flat), 0, 0);
}

function flatten(content: Fragment, into: Node[]): void {
  content.forEach((node) => {
    if (node.type.name === "field") {
      const paragraph = node.type.schema.nodes.paragraph?.create(null, node.content);
      if (paragraph) into.push(paragraph);
    } else if (isContainer(node)) flatten(node.content, into);
    else into.push(node);
  });
}
