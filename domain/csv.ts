type Cell = string | number | boolean | null;

/** What a spreadsheet would run instead of showing it, and what may stand hidden before it. */
const formula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

/**
 * A file that Excel, LibreOffice and others open as a table (RFC 4180: comma, CRLF, quotes doubled),
 * with the byte order mark that Excel needs to read UTF-8. Text that begins like a formula is given
 * an apostrophe, so that a name pasted by somebody executes nothing (OWASP, "CSV Injection").
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toField).join(",")}\r\n`).join("")}`;
}

function toField(cell: Cell): string {
  if (typeof cell !== "string") return String(cell ?? "");
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
