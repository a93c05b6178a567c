import { type CSSProperties, type PointerEvent, type RefObject, useState } from "react";
import { placeAt } from "./moved.ts";

interface Drag {
  from: number;
  to: number;
  /** How far it was dragged, and what each row that makes way moves by, in px. */
  by: number;
  step: number;
  startY: number;
  middles: readonly number[];
}

/** So near to the top or the bottom, in px, the page scrolls along. */
const edgePx = 90;
const scrollPx = 14;

/** Rows that are dragged by their grips; nothing moves in the page until the row is let go. */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begin = (from: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !list.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const [first, second] = rows;
    const own = rows[from];
    if (!first || !own) return;
    const gap = second ? second.top - first.bottom : 0;
    setDrag({
      ...{ from, to: from, by: 0 },
      step: own.height + gap,
      startY: event.clientY + scrollY,
      middles: rows.map(({ top, height }) => top + scrollY + height / 2),
    });
  };
  const follow = ({ clientY }: PointerEvent) => {
    if (!drag) return;
    if (clientY < edgePx) scrollBy(0, -scrollPx);
    if (clientY > innerHeight - edgePx) scrollBy(0, scrollPx);
    setDrag(dragged(drag, clientY));
  };
  // Where it is let go counts: the last move may not have been drawn yet.
  const drop = ({ clientY }: PointerEvent) => {
    if (drag) onDrop(drag.from, dragged(drag, clientY).to);
    setDrag(null);
  };
  const cancel = () => setDrag(null);
  return {
    isOn: drag !== null,
    isDragged: (place: number) => drag?.from === place,
    cancel,
    gripOf: (place: number) => ({
      onPointerDown: begin(place),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: cancel,
    }),
    styleOf: (place: number): CSSProperties => {
      const px = drag ? shiftOf(drag, place) : 0;
      return px === 0 ? {} : { transform: `translateY(${px}px)` };
    },
  };
}

function dragged(drag: Drag, clientY: number): Drag {
  const by = clientY + scrollY - drag.startY;
  const to = placeAt(drag.middles, drag.from, (drag.middles[drag.from] ?? 0) + by);
  return { ...drag, by, to };
}

function shiftOf({ from, to, by, step }: Drag, place: number): number {
  if (place === from) return by;
  if (from < place && place <= to) return -step;
  if (to <= place && place < from) return step;
  return 0;
}
