import { expect, type Page } from "@playwright/test";

/** Selects these words in the text, as a mouse or a long press does, until they may be noted. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await select(page, words);
    await expect(noteButton(page)).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

async function select(page: Page, words: string): Promise<void> {
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

function noteButton(page: Page) {
  return page.getByRole("button", { name: "Catat", exact: true });
}

interface Note {
  kind: string;
  text: string;
  suggestion?: string;
}

/** Notes something about the selected words, and waits until it is there. */
export async function annotate(page: Page, { kind, text, suggestion }: Note): Promise<void> {
  await noteButton(page).click();
  await page.locator(".kind-choice").getByText(kind, { exact: true }).click();
  await page.getByLabel("Catatan Anda").fill(text);
  if (suggestion !== undefined) await page.getByLabel(/Usulkan pengganti/).fill(suggestion);
  await page.getByRole("button", { name: "Kirim catatan" }).click();
  await expect(card(page, text)).toBeVisible();
}

export async function openNotes(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Catatan/ }).click();
  await expect(page.getByRole("heading", { name: "Catatan Fasilitator" })).toBeVisible();
}

/** The thread that begins with these words, in the list. */
export function card(page: Page, text: string) {
  return page.locator(".note-card").filter({ hasText: text });
}
