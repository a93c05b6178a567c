import type { ReadingNode } from "../document/reading-node.ts";
import type { DocumentKind, DocumentStatus, Theme } from "../statuses.ts";

/** Rises with every change of what stands where in the file. */
const fileVersion = 1;

interface Exported {
  document: {
    id: string;
    kind: DocumentKind;
    title: string;
    theme: Theme;
    fiscalYear: number;
    status: DocumentStatus;
    isUnnamed: boolean;
  };
  forum: { title: string; startsAt: number; endsAt: number; place: string } | null;
  /** What it is known by since it was submitted. */
  fingerprint: string | null;
  villages: readonly { id: string; name: string }[];
  reading: ReadingNode;
  /** ms since 1970. */
  exportedAt: number;
}

/**
 * A document for programs: the tree as the room has it, without annotations, each lane with its
 * village's name beside its id.
 */
export function documentJson(exported: Exported): string {
  const { document, forum, fingerprint, villages, reading, exportedAt } = exported;
  const names = new Map(villages.map(({ id, name }) => [id, name]));
  const file = {
    format: "sinau-bareng/document",
    version: fileVersion,
    exportedAt: new Date(exportedAt).toISOString(),
    document,
    forum: forum && {
      title: forum.title,
      startsAt: new Date(forum.startsAt).toISOString(),
      endsAt: new Date(forum.endsAt).toISOString(),
      place: forum.place,
    },
    fingerprint,
    villages: villages.map(({ id, name }) => ({ id, name })),
    content: cleaned(reading, names).content ?? [],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

interface NamedNode extends ReadingNode {
  /** Of a lane: its village's. */
  name?: string | null;
  content?: NamedNode[];
}

function cleaned(node: ReadingNode, names: ReadonlyMap<string, string>): NamedNode {
  const { type, attrs, content, text, marks } = node;
  const kept = marks?.filter((mark) => mark.type !== "annotation") ?? [];
  return {
    type,
    ...(type === "lane" && { name: names.get(String(attrs?.village)) ?? null }),
    ...(attrs && { attrs }),
    ...(text !== undefined && { text }),
    ...(kept.length > 0 && { marks: kept }),
    ...(content && { content: content.map((child) => cleaned(child, names)) }),
  };
}
