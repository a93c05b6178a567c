import { paperMarkdown } from "../../../domain/export/markdown.ts";
import type { Paper } from "../../../domain/export/paper.ts";
import { requireOk } from "../../api.ts";
import { freePath } from "../../files/free-path.ts";
import {
  type DocumentSource,
  documentForms,
  fetchDocument,
  makeDocumentFile,
} from "../document-files.ts";
import { makeDocx } from "../docx/make-docx.ts";
import { fileName } from "../file-name.ts";
import type { ForumData } from "./forum-data.ts";
import { agreementsPaper, attendancePaper } from "./forum-papers.ts";
import { attendanceCsv, followUpsCsv, maskedRecord } from "./forum-tables.ts";

/** One file of the ZIP that is still to be made or fetched. */
export interface PlannedFile {
  path: string;
  /** What it is called on the screen and in the index. */
  name: string;
  /** Whether it hardly gets smaller: photos, PDF and Word files. */
  isPacked: boolean;
  make: (signal: AbortSignal) => Promise<Blob | string>;
}

const endings = { docx: "docx", markdown: "md", json: "json" } as const;
const size = "f4";

/** Every file of a forum with its place, in the order in which a reader looks for them. */
export function forumPlan(data: ForumData, now: number): PlannedFile[] {
  const { page, attendance, register, letterhead } = data;
  const { forum, documents } = page;
  const taken = new Set<string>();
  const place = (folder: string, name: string) => freePath(taken, folder, name);
  const text = (path: string, name: string, make: () => string): PlannedFile => ({
    ...{ path, name, isPacked: false, make: async () => make() },
  });
  const word = (path: string, name: string, make: () => Paper): PlannedFile => ({
    ...{ path, name, isPacked: true },
    make: async (signal) => new Blob([await makeDocx(make(), size, signal)]),
  });
  const agreements = () => agreementsPaper(forum, register, letterhead, now);
  const unnamed = new Set(documents.flatMap((each) => (each.isUnnamed ? [each.id] : [])));
  return [
    ...documents.flatMap((document) => {
      const source = once((signal) => fetchDocument(document.id, signal));
      const files = documentForms.map(
        (form): PlannedFile => ({
          path: place("dokumen", fileName(document.title, endings[form])),
          name: document.title,
          isPacked: form === "docx",
          make: async (signal) => {
            const whole: DocumentSource = {
              ...(await source(signal)),
              letterhead,
            };
            const { content, type } = await makeDocumentFile(whole, form, size, { now, signal });
            return new Blob([content], { type });
          },
        }),
      );
      const record: PlannedFile = {
        path: place("riwayat", fileName(document.title, "csv")),
        name: document.title,
        isPacked: false,
        make: async (signal) => {
          const csv = await fetchText(`/api/documents/${document.id}/history/record.csv`, signal);
          return document.isUnnamed ? maskedRecord(csv) : csv;
        },
      };
      return [...files, record];
    }),
    text(place(".", "daftar-hadir.csv"), "Daftar Hadir", () => attendanceCsv(attendance)),
    word(place(".", "daftar-hadir.docx"), "Daftar Hadir", () =>
      attendancePaper(forum, attendance, letterhead, now),
    ),
    word(place(".", "kesepakatan.docx"), "Kesepakatan", agreements),
    text(place(".", "kesepakatan.md"), "Kesepakatan", () => paperMarkdown(agreements())),
    text(place(".", "tindak-lanjut.csv"), "Tindak Lanjut", () => followUpsCsv(register, unnamed)),
    ...attachmentsOf(data, unnamed).map(
      ({ id, name, folder }): PlannedFile => ({
        path: place(`lampiran/${folder}`, name),
        ...{ name, isPacked: true },
        make: async (signal) =>
          (await requireOk(fetch(`/api/attachments/${id}`, { signal }))).blob(),
      }),
    ),
  ];
}

/** A photo shows whose office it is: those of an unnamed case stay where they are. */
function attachmentsOf({ attendance, register }: ForumData, unnamed: ReadonlySet<string>) {
  const reports = register.followUps
    .filter(({ document }) => document !== null && !unnamed.has(document.id))
    .flatMap(({ history }) => history)
    .flatMap((event) => (event.kind === "report" && event.file ? [event.file] : []));
  return [
    ...attendance.files.map(({ id, name }) => ({ id, name, folder: "daftar-hadir" })),
    ...reports.map(({ id, name }) => ({ id, name, folder: "tindak-lanjut" })),
  ];
}

async function fetchText(address: string, signal: AbortSignal): Promise<string> {
  return (await requireOk(fetch(address, { signal }))).text();
}

/** The same answer for all that ask; who asks after a failure tries again. */
function once<T>(ask: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let answer: Promise<T> | null = null;
  return (signal) => {
    answer ??= ask(signal).catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
