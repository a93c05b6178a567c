import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { selectedRange, type TextRange } from "./noted-place.ts";

interface Props {
  editor: Editor;
  onNote: (range: TextRange) => void;
  /** Null for whoever may not remove personal data. */
  onRedact: ((words: string) => void) | null;
}

interface Spot {
  top: number;
  left: number;
}

/** While a selection is drawn the button would run after the finger. */
const settleMs = 200;
const gapPx = 8;
const maxRedactionWords = 200;
/** A phone hangs its handles below the selected words. */
const handlesPx = 32;
const sizePx = { width: 110, height: 48 };
const wideSizePx = { width: 344, height: 62 };

/** Beside selected words: the way to note something about them. */
export function SelectionButton({ editor, onNote, onRedact }: Props) {
  const { write: words } = useNotesMessages();
  const redaction = useRedactionMessages();
  const [spot, setSpot] = useState<Spot | null>(null);
  /** What was noted already, and is still selected when the person comes back to the text. */
  const noted = useRef<TextRange | null>(null);

  const mayRedact = onRedact !== null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const place = () => {
      const range = selectedRange(editor.view);
      const { from, to } = noted.current ?? {};
      const isNoted = range?.from === from && range?.to === to;
      setSpot(range && !isNoted ? findSpot(mayRedact ? wideSizePx : sizePx) : null);
      if (!isNoted && range) noted.current = null;
    };
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
  }, [editor, mayRedact]);

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
          noted.current = range;
          if (range) onNote(range);
        }}
      >
        {words.button}
      </Button>
      {onRedact && (
        <Button
          icon="redact"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const range = selectedRange(editor.view);
            setSpot(null);
            noted.current = range;
            if (range) onRedact(wordsOf(editor, range));
          }}
        >
          {redaction.button}
        </Button>
      )}
    </div>
  );
}

/** Below the last selected word, or above the first where there is no room. */
function findSpot(size: { width: number; height: number }): Spot | null {
  const rects = getSelection()?.getRangeAt(0).getClientRects() ?? [];
  const visible = [...rects].filter(({ bottom, top }) => bottom > 0 && top < innerHeight);
  const [first, last] = [visible[0], visible.at(-1)];
  if (!first || !last) return null;
  const gap = matchMedia("(pointer: coarse)").matches ? handlesPx : gapPx;
  const below = last.bottom + gap;
  const fits = below + size.height < innerHeight;
  const top = fits ? below : Math.max(gapPx, first.top - size.height - gapPx);
  const left = (fits ? last.right : first.left) - size.width / 2;
  return { top, left: Math.max(gapPx, Math.min(left, innerWidth - size.width - gapPx)) };
}

/** Of the first block: what is searched for stands in one. */
function wordsOf(editor: Editor, { from, to }: TextRange): string {
  const [first = ""] = editor.state.doc.textBetween(from, to, "\n", "\n").split("\n");
  return first.slice(0, maxRedactionWords);
}
