import { canonicalBlocks } from "../../domain/document/canonical.ts";
import { headOf } from "../../domain/document/forum-words.ts";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import {
  type Block,
  type Fingerprinted,
  fingerprintOf,
  type SaltedBlock,
} from "../../domain/fingerprint.ts";
import { contentDiffers } from "../../domain/refusals/sign-off.ts";
import { notFound } from "../../domain/refusals.ts";
import { readAttachments } from "../db/attachments.ts";
import { findDocumentSource } from "../db/document-source.ts";
import type { DocumentRow } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import type { Submission } from "../db/submissions.ts";
import type { Env } from "../env.ts";

/**
 * Everything that a submission's fingerprint is made of, as it is at this moment. In an unnamed
 * case nobody is named in it, neither in the head nor by who came or a file's name.
 */
export async function contentNow(
  env: Env,
  { id, forumId, isUnnamed }: DocumentRow,
  frozen: { reading: string; schemaVersion: number },
): Promise<Fingerprinted> {
  const source = await findDocumentSource(env.DB, id);
  if (source === null) throw notFound();
  const { meeting, ...head } = headOf(source);
  const files = isUnnamed ? [] : await readAttachments(openDatabase(env), "attendance", [forumId]);
  return {
    schemaVersion: frozen.schemaVersion,
    head: salted({ title: source.title, forum: meeting, ...head }),
    attendance: source.attendance.map(({ name, position, village, office, status }) =>
      salted({ name, position, status, from: village ?? office ?? "" }),
    ),
    attachments: files.map(({ name, sha256 }) => salted({ name, sha256 })),
    blocks: blocksOf(frozen.reading).map(salted),
  };
}

/**
 * The content that was submitted, with the words that stand in its frozen room.
 * @throws contentDiffers where they do not give the submitted fingerprint
 */
export async function submittedContent(env: Env, submission: Submission): Promise<Fingerprinted> {
  const { schemaVersion, head, attendance, attachments } = submission;
  const content: Fingerprinted = {
    schemaVersion,
    // Written by `storedContent` alone, as are the salts.
    head: JSON.parse(head),
    attendance: JSON.parse(attendance),
    attachments: JSON.parse(attachments),
    blocks: await blocksNow(env, submission),
  };
  const { root } = await fingerprintOf(content);
  if (root !== submission.fingerprint) throw contentDiffers();
  return content;
}

/**
 * A submission's blocks: its salts, or what is left of them, with the words that stand in its room.
 * @throws contentDiffers where there are more or fewer blocks than were submitted
 */
export async function blocksNow(
  env: Env,
  { documentId, salts }: Pick<Submission, "documentId" | "salts">,
): Promise<Block[]> {
  const nodes = blocksOf(await env.DOCUMENT_ROOM.getByName(documentId).reading());
  const known = JSON.parse(salts) as KeptSalt[];
  if (nodes.length !== known.length) throw contentDiffers();
  return known.map((kept, at) =>
    typeof kept === "string" ? { salt: kept, node: nodes[at] } : kept,
  );
}

/** The numbers of the blocks of which words were removed since. */
export function uncoveredBlocks({ salts }: Pick<Submission, "salts">): number[] {
  const known = JSON.parse(salts) as KeptSalt[];
  return known.flatMap((kept, number) => (typeof kept === "string" ? [] : [number]));
}

/** As a row keeps it: without the document's words. */
export function storedContent(content: Fingerprinted) {
  const { schemaVersion, head, attendance, attachments, blocks } = content;
  return {
    schemaVersion,
    head: JSON.stringify(head),
    attendance: JSON.stringify(attendance),
    attachments: JSON.stringify(attachments),
    salts: JSON.stringify(blocks.map(keptSalt)),
  };
}

function blocksOf(reading: string): unknown[] {
  return canonicalBlocks(JSON.parse(reading) as ReadingNode);
}

/** Of a block its salt; its leaf where words were removed from it. */
type KeptSalt = string | { leaf: string };

export function keptSalt(block: Block): KeptSalt {
  return "salt" in block ? block.salt : block;
}

function salted<Node>(node: Node): SaltedBlock<Node> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const salt = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { salt, node };
}
