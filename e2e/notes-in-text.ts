import type { Page } from "@playwright/test";

/** Selects these words in the text, as a mouse or a long press does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector(".tiptap") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    // What is sought may lie in several pieces, where marks cut them.
    const pieces: { node: Node; start: number }[] = [];
    let text = "";
    while (walker.nextNode()) {
      pieces.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.textContent ?? "";
    }
    const at = text.indexOf(wanted);
    if (at < 0) throw new Error(`“${wanted}” is not in the text`);
    const pointAt = (place: number) => {
      const piece = pieces.findLast(({ start }) => start <= place);
      return { node: piece?.node ?? document, offset: place - (piece?.start ?? 0) };
    };
    const [start, last] = [pointAt(at), pointAt(at + wanted.length - 1)];
    start.node.parentElement?.scrollIntoView({ block: "center" });
    getSelection()?.setBaseAndExtent(start.node, start.offset, last.node, last.offset + 1);
  }, words);
}
