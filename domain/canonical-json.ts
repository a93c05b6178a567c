/**
 * A value as the one JSON text that stands for it: RFC 8785 (JSON Canonicalization Scheme). No
 * blanks, keys in the order of their UTF-16 units, numbers and strings as ECMAScript writes them.
 *
 * @throws TypeError for what JSON cannot hold, for lone surrogates, which the scheme forbids
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writtenString(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value)
      // By UTF-16 units, whatever the language of this machine.
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => `${writtenString(key)}:${canonicalJson(part)}`);
    return `{${entries.join(",")}}`;
  }
  throw new TypeError(`JSON cannot hold ${typeof value === "number" ? value : typeof value}`);
}

function writtenString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a string with a lone surrogate");
  return JSON.stringify(text);
}
