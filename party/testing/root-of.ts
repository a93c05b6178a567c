import type * as Y from "yjs";
import { canonicalBlocks } from "../../domain/document/canonical.ts";
import { fragmentName } from "../../domain/document/schema.ts";
import { fingerprintOf } from "../../domain/fingerprint.ts";
import { readingOf } from "../reading.ts";

export function blocksOf(doc: Y.Doc): unknown[] {
  return canonicalBlocks(readingOf(doc.getXmlFragment(fragmentName)));
}

/** The fingerprint with salts that are the same for every document. */
export async function rootOf(doc: Y.Doc): Promise<string> {
  const blocks = blocksOf(doc).map((node, at) => ({
    salt: at.toString(16).padStart(64, "0"),
    node,
  }));
  const head = { salt: "0".repeat(64), node: {} };
  const rest = { schemaVersion: 2, head, attendance: [], attachments: [] };
  return (await fingerprintOf({ ...rest, blocks })).root;
}
