import { freePath } from "../../files/free-path.ts";
import { indexCsv } from "./index-csv.ts";
import { indexHtml } from "./index-html.ts";
import { numberCsv, numberPath } from "./number-csv.ts";
import type { PackData, Words } from "./pack-data.ts";

/** A file of the pack that is still to be fetched, and where it goes. */
export interface WantedFile {
  id: string;
  name: string;
  path: string;
}

/** Every file with its place in the pack: one folder for each indicator and stage. */
export function wantedFiles({ indicators, stages }: PackData): WantedFile[] {
  const taken = new Set<string>();
  const placed = (folder: string, files: readonly { id: string; name: string }[]) =>
    files.map(({ id, name }) => ({ id, name, path: freePath(taken, `berkas/${folder}`, name) }));
  return [
    ...indicators.flatMap(({ number, name, files }) => placed(folderName(number, name), files)),
    ...stages.flatMap(({ stage, files }, place) =>
      placed(folderName(`tahap-${place + 1}`, stage), files),
    ),
  ];
}

/**
 * What the pack holds beside the files themselves, as text by path.
 * @param missing ids of files that could not be fetched
 */
export function packTexts(
  data: PackData,
  words: Words,
  origin: string,
  missing: ReadonlySet<string>,
): Record<string, string> {
  const paths = new Map(wantedFiles(data).map(({ id, path }) => [id, path]));
  const numbers = data.numbers.filter(({ rows }) => rows.length > 0);
  return {
    "index.html": indexHtml({ data, words, origin, paths, missing }),
    "index.csv": indexCsv({ data, words, origin, paths, missing }),
    ...Object.fromEntries(
      numbers.map(({ number, rows }) => [
        numberPath(number),
        numberCsv(number, rows, words, origin),
      ]),
    ),
  };
}

/** "05-bimtek-inovasi": what every file system takes. */
function folderName(number: string, name: string): string {
  const padded = /^\d$/.test(number) ? `0${number}` : number;
  const letters = `${padded} ${name}`
    .normalize("NFKD")
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .toLowerCase();
  return letters.slice(0, 60) || "indikator";
}
