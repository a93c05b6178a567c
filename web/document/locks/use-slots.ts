import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

/** A place in the document's text for further controls. */
export interface Slot {
  /** The id of the container that it belongs to, as the room issued it. */
  containerId: string;
  kind: string;
  element: HTMLElement;
}

/** The slots of the containers that are there now. */
export function useSlots(editor: Editor): readonly Slot[] {
  const [slots, setSlots] = useState<readonly Slot[]>([]);
  useEffect(() => {
    const read = () => {
      const next = slotsIn(editor.view.dom);
      setSlots((known) => (areEqual(known, next) ? known : next));
    };
    read();
    editor.on("transaction", read);
    return () => {
      editor.off("transaction", read);
    };
  }, [editor]);
  return slots;
}

function slotsIn(dom: HTMLElement): Slot[] {
  return [...dom.querySelectorAll<HTMLElement>("[data-slot]")].flatMap((element) => {
    const containerId = element.parentElement?.id.replace(/^c-/, "") ?? "";
    // One that was just made has no id yet.
    const isKnown = containerId !== "" && containerId !== "null";
    return isKnown ? [{ containerId, kind: element.dataset.slot ?? "", element }] : [];
  });
}

function areEqual(a: readonly Slot[], b: readonly Slot[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ containerId, element }, at) => {
      const other = b[at];
      return other?.element === element && other.containerId === containerId;
    })
  );
}
