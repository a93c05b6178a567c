import { htmlOnClipboard } from "./clipboard-html.ts";

/** From here on one paste into the text would hold the page up. */
const manyLetters = 40_000;
const manyRows = 40;
const officeHtml = /docs-internal-guid|urn:schemas-microsoft-com|\bmso-|class="?Mso/i;
const structure = /<(table|ul|ol|h[1-6]|img)\b|mso-list/i;

/**
 * What is better looked at first: much at once, and what Word or Google Docs copied with lists,
 * tables or headings. Null for all other pasting, which goes straight into the text.
 */
export function pasteToLookAt(clipboard: DataTransfer): string | null {
  const html = htmlOnClipboard(clipboard);
  if (html === null) return null;
  const isLarge = html.length > manyLetters || (html.match(/<tr\b/gi)?.length ?? 0) > manyRows;
  return isLarge || (officeHtml.test(html) && structure.test(html)) ? html : null;
}
