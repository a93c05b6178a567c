/** What may lie beside a forum: photos and scans, nothing that runs. */
export const fileTypes = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
} as const;
export type FileType = keyof typeof fileTypes;

export const maxFileBytes = 10 * 1024 * 1024;
export const maxFileNameLength = 100;

/**
 * The type that the bytes themselves say, at their very start: a PDF with something before its head
 * may be a web page to one program and a PDF to another. Null for everything else.
 */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const says = (text: string, at = 0) =>
    [...text].every((letter, place) => bytes[at + place] === letter.charCodeAt(0));
  if (says("%PDF-")) return "application/pdf";
  if (says("\x89PNG\r\n\x1a\n") && says("IHDR", 12)) return "image/png";
  if (says("RIFF") && says("WEBPVP8", 8)) return "image/webp";
  if (says("\xff\xd8\xff") && isJpegSegment(bytes[3])) return "image/jpeg";
  return null;
}

/** Whether somebody's claim ("image/jpg; charset=x") names this type. */
export function claims(stated: string, type: FileType): boolean {
  const [mime = ""] = stated.toLowerCase().split(";");
  return (mime.trim() === "image/jpg" ? "image/jpeg" : mime.trim()) === type;
}

/**
 * A name that is safe in a header, on a disk and on a screen: no path, no control or direction
 * characters, and the ending that belongs to the type, whatever it came with.
 */
export function safeFileName(given: string, type: FileType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const shown = last
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replaceAll(/[\p{Cc}"*:<>?|;%]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replaceAll(/^[ .]+|[ .]+$/g, "");
  const ending = `.${fileTypes[type]}`;
  const letters = [...shown].slice(0, maxFileNameLength - ending.length).join("");
  return `${letters || "berkas"}${ending}`;
}

/** JFIF, Exif, and what cameras write straight after the start of a picture. */
function isJpegSegment(marker: number | undefined): boolean {
  return (
    marker !== undefined &&
    ((marker >= 0xe0 && marker <= 0xef) || marker === 0xdb || marker === 0xfe)
  );
}
