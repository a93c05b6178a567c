import { type ListRow, readPeopleList } from "../../domain/people-list.ts";

/** The lines of what was pasted or of a file: separated by tabs, commas or semicolons. */
export async function readList(text: string): Promise<ListRow[]> {
  const { default: Papa } = await import("papaparse");
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: guessDelimiter(text),
  });
  return readPeopleList(data);
}

/** A spreadsheet's file: UTF-8, UTF-16 by its mark, or else what Excel writes on Windows. */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a letter in Windows-1252, so that this always answers.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whichever comes first in this order and divides the first line: titles have commas in them. */
function guessDelimiter(text: string): string {
  const line = text.split(/\r?\n|\r/).find((each) => each.trim() !== "") ?? "";
  return ["\t", ";", ","].find((each) => line.includes(each)) ?? ",";
}
