import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { growingContainers } from "../../../domain/document/containers.ts";

export interface GuardOptions {
  /** Whether this person may write in the lane of this village. */
  mayWriteIn: (villageId: string) => boolean;
  /** Called when something was not done because it would touch what is closed. */
  onBlocked: () => void;
}

/**
 * Keeps the person from trying what the room would refuse: writing in another village's lane,
 * removing or copying a fixed container. The room decides; this only spares them the refusal.
 */
export const LaneGuard = Extension.create<GuardOptions>({
  name: "laneGuard",
  addOptions() {
    return { mayWriteIn: () => false, onBlocked: () => {} };
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
    const { mayWriteIn, onBlocked } = this.options;
    return [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || isFromOthers(transaction)) return true;
          const isAllowed =
            fixedContainers(state.doc) === fixedContainers(transaction.doc) &&
            closedLanesAreEqual(state.doc, transaction.doc, mayWriteIn);
          if (!isAllowed) onBlocked();
          return isAllowed;
        },
        appendTransaction(transactions, _before, { doc, tr }) {
          if (!transactions.some((each) => each.docChanged && !isFromOthers(each))) return null;
          fillEmptyContainers(doc, tr, mayWriteIn);
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

function closedLanesAreEqual(
  before: Node,
  after: Node,
  mayWriteIn: GuardOptions["mayWriteIn"],
): boolean {
  const lanes = closedLanes(before, mayWriteIn);
  return closedLanes(after, mayWriteIn).every((lane, at) => lanes[at]?.eq(lane));
}

function closedLanes(doc: Node, mayWriteIn: GuardOptions["mayWriteIn"]): Node[] {
  const lanes: Node[] = [];
  doc.descendants((node) => {
    if (node.type.name === "lane" && !mayWriteIn(node.attrs.village)) lanes.push(node);
    return node.type.name !== "lane" && !node.isTextblock;
  });
  return lanes;
}

/** A container that lost its last paragraph gets one, so that there is a place to write. */
function fillEmptyContainers(
  doc: Node,
  transaction: Transaction,
  mayWriteIn: GuardOptions["mayWriteIn"],
): void {
  const paragraph = doc.type.schema.nodes.paragraph;
  doc.descendants((node, position) => {
    if (node.type.name === "lane" && !mayWriteIn(node.attrs.village)) return false;
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
