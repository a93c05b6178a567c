import { type Block, leafOfBlock } from "../../domain/fingerprint.ts";
import { holdsWords } from "../../domain/redacted-words.ts";
import { type DocumentStatus, isBeforeCamat } from "../../domain/statuses.ts";
import type { Database } from "../db/open.ts";
import { destroyDeadSalts, settleSubmission } from "../db/redactions.ts";
import { findCurrentSubmission } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { blocksNow, keptSalt, submittedContent } from "./signed-content.ts";

/** The leaves of what is before the camat or was signed, one of 64 hex digits for each block. */
export interface SignedLeaves {
  submissionId: string;
  leaves: string[];
}

/**
 * To be kept before words are removed: afterwards nobody can compute them.
 * @returns null where nothing was submitted
 * @throws contentDiffers
 */
export async function signedLeaves(
  env: Env,
  db: Database,
  { id, status }: { id: string; status: DocumentStatus },
): Promise<SignedLeaves | null> {
  const submission = isBeforeCamat(status) ? await findCurrentSubmission(db, id) : null;
  if (submission === null) return null;
  const { blocks } = await submittedContent(env, submission);
  return { submissionId: submission.id, leaves: await leavesOf(blocks) };
}

/**
 * What lost words keeps its leaf and loses its salt, so that the fingerprint stays and nobody can
 * guess them; the same again changes nothing.
 * @param kept null where nothing was submitted when the words went
 */
export async function settleSalts(
  env: Env,
  db: Database,
  documentId: string,
  { kept, words }: { kept: SignedLeaves | null; words: readonly string[] },
): Promise<void> {
  await destroyDeadSalts(db, documentId);
  const submission = await findCurrentSubmission(db, documentId);
  // What was withdrawn has no head any more.
  if (submission === null || submission.head === "null") return;
  const withoutWords = async (block: Block): Promise<Block> =>
    "node" in block && holdsWords(block.node, words) ? { leaf: await leafOfBlock(block) } : block;
  // Written by `storedContent` alone.
  const [head, attendance, attachments] = [
    JSON.parse(submission.head) as Block,
    JSON.parse(submission.attendance) as Block[],
    JSON.parse(submission.attachments) as Block[],
  ];
  const salts =
    kept?.submissionId === submission.id
      ? await saltsLeft(await blocksNow(env, submission), kept.leaves)
      : submission.salts;
  await settleSubmission(db, submission, {
    salts,
    head: JSON.stringify(await withoutWords(head)),
    attendance: JSON.stringify(await Promise.all(attendance.map(withoutWords))),
    attachments: JSON.stringify(await Promise.all(attachments.map(withoutWords))),
  });
}

async function saltsLeft(blocks: readonly Block[], signed: readonly string[]): Promise<string> {
  const now = await leavesOf(blocks);
  return JSON.stringify(
    blocks.map((block, at) => {
      const leaf = signed[at];
      return leaf === undefined || now[at] === leaf ? keptSalt(block) : { leaf };
    }),
  );
}

function leavesOf(blocks: readonly Block[]): Promise<string[]> {
  return Promise.all(blocks.map(leafOfBlock));
}
