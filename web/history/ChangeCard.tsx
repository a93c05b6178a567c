import { type RefObject, useEffect, useState } from "react";
import { ChangeWords } from "./ChangeWords.tsx";
import type { ChangeList } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";

interface Props {
  desk: Desk;
  list: ChangeList;
  within: RefObject<HTMLElement | null>;
  onChoose: (number: number) => void;
}

interface Pointed {
  number: number;
  top: number;
  left: number;
}

const gapPx = 6;
const widthPx = 340;

/** Beside a change under the mouse or with the focus: who, what and when. A tap walks to it. */
export function ChangeCard({ desk, list, within, onChoose }: Props) {
  const [pointed, setPointed] = useState<Pointed | null>(null);

  useEffect(() => {
    const text = within.current;
    if (!text) return;
    const point = (event: Event) => {
      const isTouch = event instanceof PointerEvent && event.pointerType !== "mouse";
      const piece = isTouch ? null : changeAt(event.target);
      setPointed(piece && placeOf(piece));
    };
    const leave = () => setPointed(null);
    const choose = ({ target }: MouseEvent) => {
      const piece = changeAt(target);
      // Whoever selects words means the words.
      if (!piece || getSelection()?.isCollapsed === false) return;
      setPointed(null);
      onChoose(numberOf(piece));
    };
    text.addEventListener("pointerover", point);
    text.addEventListener("focusin", point);
    text.addEventListener("pointerleave", leave);
    text.addEventListener("focusout", leave);
    text.addEventListener("click", choose);
    addEventListener("scroll", leave, { passive: true });
    return () => {
      text.removeEventListener("pointerover", point);
      text.removeEventListener("focusin", point);
      text.removeEventListener("pointerleave", leave);
      text.removeEventListener("focusout", leave);
      text.removeEventListener("click", choose);
      removeEventListener("scroll", leave);
    };
  }, [within, onChoose]);

  const change = pointed ? list.changes[pointed.number] : undefined;
  if (!pointed || !change) return null;
  return (
    <div className="change-card" role="tooltip" style={{ top: pointed.top, left: pointed.left }}>
      <ChangeWords desk={desk} change={change} />
    </div>
  );
}

function changeAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-change]") : null;
}

function numberOf(piece: HTMLElement): number {
  return Number(piece.dataset.change);
}

function placeOf(piece: HTMLElement): Pointed {
  const last = [...piece.getClientRects()].at(-1) ?? piece.getBoundingClientRect();
  const left = Math.max(gapPx, Math.min(last.left, innerWidth - widthPx - gapPx));
  return { number: numberOf(piece), top: last.bottom + gapPx, left };
}
