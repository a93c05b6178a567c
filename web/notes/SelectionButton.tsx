import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { selectedRange, type TextRange } from "./noted-place.ts";

interface Props {
  editor: Editor;
  onNote: (range: TextRange) => void;
}

interface Spot {
  top: number;
  left: number;
}

/** While a selection is drawn the button would run after the finger. */
const settleMs = 200;
const gapPx = 8;
/** A phone hangs its handles below the selected words. */
const handlesPx = 32;
const sizePx = { width: 110, height: 48 };

/** Beside selected words: the way to note something about them. */
export function SelectionButton({ editor, onNote }: Props) {
  const { write: words } = useNotesMessages();
  const [spot, setSpot] = useState<Spot | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const place = () => setSpot(selectedRange(editor.view) && findSpot());
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(place, settleMs);
    };
    place();
    document.addEventListener("selectionchange", plan);
    addEventListener("scroll", plan, { passive: true });
    addEventListener("resize", plan);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", plan);
      removeEventListener("scroll", plan);
      removeEventListener("resize", plan);
    };
  }, [editor]);

  if (!spot) return null;
  return (
    // The selection, and the phone's keyboard, stay where they are.
    <div className="note-selection" style={spot} onPointerDown={(event) => event.preventDefault()}>
      <Button
        icon="note"
        title={words.shortcut}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const range = selectedRange(editor.view);
          setSpot(null);
          if (range) onNote(range);
        }}
      >
        {words.button}
      </Button>
    </div>
  );
}

/** Below the last selected word, or above the first where there is no room. */
function findSpot(): Spot | null {
  const rects = getSelection()?.getRangeAt(0).getClientRects() ?? [];
  const visible = [...rects].filter(({ bottom, top }) => bottom > 0 && top < innerHeight);
  const [first, last] = [visible[0], visible.at(-1)];
  if (!first || !last) return null;
  const gap = matchMedia("(pointer: coarse)").matches ? handlesPx : gapPx;
  const below = last.bottom + gap;
  const fits = below + sizePx.height < innerHeight;
  const top = fits ? below : Math.max(gapPx, first.top - sizePx.height - gapPx);
  const left = (fits ? last.right : first.left) - sizePx.width / 2;
  return { top, left: Math.max(gapPx, Math.min(left, innerWidth - sizePx.width - gapPx)) };
}
