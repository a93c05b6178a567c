import { documentSchema } from "../../domain/document/schema.ts";

/**
 * What an attribute may be set to, where more than a short text would hurt: browsers lay tables
 * out cell by cell, so a cell that spans a million columns ends every one of them.
 */
const maxSpan = 200;
const maxTextLength = 2048;
const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  level: (value) => isWholeUpTo(value, 6),
  start: (value) => isWholeUpTo(value, 1_000_000),
  colspan: (value) => isWholeUpTo(value, maxSpan) && value !== 0,
  rowspan: (value) => isWholeUpTo(value, maxSpan) && value !== 0,
  colwidth: (value) =>
    value === null ||
    (Array.isArray(value) &&
      value.length <= maxSpan &&
      value.every((width) => width === null || isWholeUpTo(width, 10_000))),
};

/** Whether an element's attribute may have this value; whether it has the attribute is asked before. */
export function attributeValueAllowed(key: string, value: unknown): boolean {
  const isAllowed = Object.hasOwn(values, key) ? values[key] : null;
  return isAllowed ? isAllowed(value) : isPlain(value);
}

/**
 * Whether a formatting names a mark and its attributes; null ends it. Overlapping marks carry `--`
 * and a hash.
 */
export function markValueAllowed(key: string, value: unknown): boolean {
  const mark = documentSchema.marks[key.replace(/--[A-Za-z0-9+/=]{8}$/, "")];
  if (!mark) return false;
  if (value === null || typeof value === "boolean") return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const known = mark.spec.attrs ?? {};
  return Object.entries(value).every(
    ([name, part]) =>
      Object.hasOwn(known, name) && isPlain(part) && (name !== "href" || isHarmless(part)),
  );
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value.length <= maxTextLength;
  return (
    value === null || value === undefined || typeof value === "boolean" || Number.isFinite(value)
  );
}

function isWholeUpTo(value: unknown, max: number): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
}

/** Browsers leave blanks and control characters out of a scheme. */
function isHarmless(href: unknown): boolean {
  const scheme = String(href)
    .replace(/[\p{Cc}\s]/gu, "")
    .toLowerCase();
  return !/^(javascript|data|vbscript):/.test(scheme);
}
