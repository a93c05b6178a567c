import "./SortableList.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { moved } from "./moved.ts";
import { useDrag } from "./use-drag.ts";

interface Props<T> {
  label: string;
  items: readonly T[];
  nameOf: (item: T) => string;
  onOrder: (ids: string[]) => void;
  children: (item: T, place: number) => ReactNode;
}

type Step = "up" | "down";

/** A list that is put in order by dragging, by buttons, or by the arrow keys on its grips. */
export function SortableList<T extends { id: string }>(props: Props<T>) {
  const { label, items, nameOf, onOrder, children } = props;
  const { order: words } = usePrepareMessages();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const [pressed, setPressed] = useState<string | null>(null);
  const ids = items.map(({ id }) => id);
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || to === from) return;
    onOrder(moved(ids, from, to));
    setSaid(words.moved(nameOf(item), to + 1, items.length));
  };
  const drag = useDrag(list, move);
  // A row that changes its place in the page loses the focus.
  useEffect(() => {
    if (pressed === null) return;
    list.current?.querySelector<HTMLElement>(`[data-control="${pressed}"]`)?.focus();
    setPressed(null);
  }, [pressed]);
  const step = (place: number, direction: Step, control: string) => {
    move(place, direction === "up" ? place - 1 : place + 1);
    setPressed(control);
  };
  return (
    <>
      <ol ref={list} className="sortable" aria-label={label} data-dragging={drag.isOn}>
        {items.map((item, place) => (
          <li
            key={item.id}
            className="sortable-row"
            data-dragged={drag.isDragged(place)}
            style={drag.styleOf(place)}
          >
            <Button
              weight="quiet"
              icon="grip"
              data-grip
              data-control={`grip ${item.id}`}
              aria-label={words.drag(nameOf(item))}
              {...drag.gripOf(place)}
              onKeyDown={(event) => {
                if (event.key === "Escape") return drag.cancel();
                if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                event.preventDefault();
                step(place, event.key === "ArrowUp" ? "up" : "down", `grip ${item.id}`);
              }}
            />
            {children(item, place)}
            <span className="sortable-steps">
              {(["up", "down"] as const).map((direction) => (
                <Button
                  key={direction}
                  weight="quiet"
                  icon={direction}
                  data-control={`${direction} ${item.id}`}
                  aria-label={words[direction](nameOf(item))}
                  aria-disabled={direction === "up" ? place === 0 : place === items.length - 1}
                  onClick={() => step(place, direction, `${direction} ${item.id}`)}
                />
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="only-read-aloud">
        {said}
      </p>
    </>
  );
}
