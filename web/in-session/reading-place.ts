/** Where somebody reads: the innermost container, and which of its blocks. */
export interface ReadingPlace {
  containerId: string | null;
  block: number | null;
}

const top: ReadingPlace = { containerId: null, block: null };
/** Of the screen's height: where eyes are. */
const eyeLevel = 0.35;

/**
 * At the caret of whoever writes, otherwise at eye level. In an unnamed case (`isCoarse`) it is the
 * section alone, and never the caret: nobody is to be found by where they are.
 */
export function readPlace(isCoarse: boolean): ReadingPlace {
  const text = document.querySelector<HTMLElement>(".tiptap");
  if (!text) return top;
  const { left, width } = text.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, innerHeight * eyeLevel);
  const at = (isCoarse ? null : caretIn(text)) ?? (seen && text.contains(seen) ? seen : null);
  const container = at?.closest<HTMLElement>(isCoarse ? "section" : "[data-container]");
  if (!at || !container) return top;
  const blocks = [...(contentOf(container)?.children ?? [])];
  const block = isCoarse ? -1 : blocks.findIndex((child) => child.contains(at));
  return { containerId: container.id.slice(2), block: block < 0 ? null : block };
}

/** Shows that place, once it is there. @returns a function that gives it up */
export function showPlace({ containerId, block }: ReadingPlace): () => void {
  const giveUpAt = performance.now() + 20_000;
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);

  function look(): void {
    const text = document.querySelector(".tiptap");
    const container = containerId === null ? text : document.getElementById(`c-${containerId}`);
    if (container instanceof HTMLElement) {
      const content = contentOf(container);
      const at = block === null ? container : (content?.children[block] ?? container);
      at.scrollIntoView({ block: "start" });
    } else if (performance.now() < giveUpAt) frame = requestAnimationFrame(look);
  }
}

/** Whoever types, or is in the middle of a dialogue, is not moved. */
export function isBusy(): boolean {
  const active = document.activeElement;
  const isTyping = active?.closest('[contenteditable="true"], input, textarea, select');
  return Boolean(isTyping) || document.querySelector("dialog[open]") !== null;
}

function caretIn(text: HTMLElement): Element | null {
  const anchor = text.contains(document.activeElement) ? getSelection()?.anchorNode : null;
  const element = anchor instanceof Element ? anchor : anchor?.parentElement;
  return element && text.contains(element) ? element : null;
}

function contentOf(container: HTMLElement): Element | null {
  return container.querySelector(":scope > .container-content");
}
