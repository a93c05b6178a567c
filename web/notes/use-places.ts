import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useEffect, useState } from "react";

/** Where a thread stands in the text as it is shown now. */
export interface Place {
  /** ProseMirror positions. */
  from: number;
  to: number;
  /** The village of the lane that it stands in; null in a part that is everybody's. */
  laneVillageId: string | null;
}

export type Places = ReadonlyMap<string, Place>;

/** While others type, the order of the notes need not be newer than this. */
const settleMs = 300;
const nowhere: Places = new Map();

export function usePlaces(editor: Editor | null): Places {
  const [places, setPlaces] = useState(nowhere);
  useEffect(() => {
    if (!editor) return setPlaces(nowhere);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      const next = findPlaces(editor.state.doc);
      setPlaces((known) => (areEqual(known, next) ? known : next));
    };
    const plan = () => {
      timer ??= setTimeout(read, settleMs);
    };
    read();
    editor.on("update", plan);
    return () => {
      clearTimeout(timer);
      editor.off("update", plan);
    };
  }, [editor]);
  return places;
}

export function findPlaces(doc: Node): Places {
  const places = new Map<string, Place>();
  const visit = (node: Node, position: number, laneVillageId: string | null) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== "annotation" || typeof attrs.thread !== "string") continue;
      const known = places.get(attrs.thread);
      const to = position + node.nodeSize;
      if (known) known.to = to;
      else places.set(attrs.thread, { from: position, to, laneVillageId });
    }
    const lane = node.type.name === "lane" ? String(node.attrs.village) : laneVillageId;
    node.forEach((child, offset) => {
      visit(child, position + 1 + offset, lane);
    });
  };
  // The document itself has no place before its content.
  visit(doc, -1, null);
  return places;
}

function areEqual(a: Places, b: Places): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([id, place]) => {
    const other = b.get(id);
    return other?.from === place.from && other.to === place.to;
  });
}
