import { env } from "cloudflare:workers";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { documentIs, seesDrafts } from "./situations.ts";

const path = "/api/documents/case-open/history";

/** A document in which somebody has been. */
const hasWords = (status: "open" | "drafted") => async () => {
  await documentIs(status)();
  await env.DOCUMENT_ROOM.getByName("case-open").reading();
};

/** Whoever reads the document and may not say a word about it sees nothing of who wrote it. */
function forReaders(address: string): Expected[] {
  return [
    { when: "it is written", path: address, before: hasWords("open"), who: seesDrafts },
    {
      when: "it is drafted",
      path: address,
      before: hasWords("drafted"),
      who: `${seesDrafts} R`,
      seen: "J",
    },
  ];
}

export const historyRows = {
  "GET /api/documents/:documentId/history": forReaders(path),
  "GET /api/documents/:documentId/history/record.csv": forReaders(`${path}/record.csv`),
  "GET /api/documents/:documentId/history/record.json": forReaders(`${path}/record.json`),
  "GET /api/documents/:documentId/history/stretches": forReaders(`${path}/stretches`),
  "GET /api/documents/:documentId/history/comparison": forReaders(`${path}/comparison?from=0&to=1`),
} satisfies Partial<Record<RouteName, Expected[]>>;
