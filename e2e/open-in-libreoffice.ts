import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findLibreOffice } from "../scripts/libreoffice.ts";

export interface Opened {
  /** Of each page, the words as they stand there, from above to below. */
  pages: string[];
  /** Of the pages, in points. */
  pageSize: { width: number; height: number };
  /** Each table as rows of cells, as the office program understood them. */
  tables: string[][][];
}

/** Opens a file in LibreOffice and reads back what is printed, and which tables there are. */
export function openInLibreOffice(path: string): Opened {
  const folder = mkdtempSync(join(tmpdir(), "sinau-office-"));
  try {
    const pdf = convert(path, "pdf:writer_pdf_Export", folder);
    const html = readFileSync(convert(path, "html:HTML (StarWriter)", folder), "utf8");
    const size = /Page size:\s*([\d.]+) x ([\d.]+)/.exec(run("pdfinfo", [pdf]));
    return {
      pages: run("pdftotext", ["-layout", pdf, "-"]).split("\f").slice(0, -1),
      pageSize: { width: Number(size?.[1]), height: Number(size?.[2]) },
      tables: tablesIn(html),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(path: string, filter: string, folder: string): string {
  const office = findLibreOffice();
  if (office === null) throw new Error("LibreOffice is not there: npm test installs it");
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const ending = `.${filter.split(":")[0]}`;
  run(office, [profile, "--headless", "--convert-to", filter, "--outdir", folder, path]);
  const made = readdirSync(folder).find((name) => name.endsWith(ending));
  if (made === undefined) throw new Error(`LibreOffice made no ${ending} of ${path}`);
  return join(folder, made);
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
}

function tablesIn(html: string): string[][][] {
  return Array.from(html.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/gi), ([, table = ""]) =>
    Array.from(table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gi), ([, row = ""]) =>
      Array.from(row.matchAll(/<t([dh])[^>]*>([\s\S]*?)<\/t\1>/gi), ([, , cell = ""]) =>
        plain(cell),
      ),
    ),
  );
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&nbsp;|\u00a0/g, " ")
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? "")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, " ")
    .trim();
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };
