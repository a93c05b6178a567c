/** What was copied, as HTML; words without looks as paragraphs; null where there are none. */
export function htmlOnClipboard(clipboard: DataTransfer): string | null {
  const html = clipboard.getData("text/html");
  if (html.trim() !== "") return html;
  const text = clipboard.getData("text/plain");
  return text.trim() === "" ? null : htmlOfText(text);
}

export function htmlOfText(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return safe
    .split(/\r?\n/)
    .map((line) => `<p>${line}</p>`)
    .join("");
}
