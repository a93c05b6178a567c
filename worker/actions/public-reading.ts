import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { type FollowUpState, followUpState } from "../../domain/follow-ups.ts";
import {
  type PublicContent,
  type PublicKind,
  unnamedVillage,
} from "../../domain/publication/public-content.ts";
import { openDatabase } from "../db/open.ts";
import {
  findPublicThing,
  selectPublicFollowUps,
  selectPublicOfForum,
  selectPublicQuestions,
} from "../db/public-reading.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";

/** A published thing as everybody reads it. */
export interface PublicThing {
  content: PublicContent;
  edition: number;
  publishedAt: number;
  forumId: string | null;
  districtName: string;
}

/** One that was public and is no more. */
export interface WithdrawnThing {
  /** Null where its village or the programme took it back, and not its page alone. */
  withdrawnAt: number | null;
  districtName: string;
}

/** Null for what was never published, whatever else it is. */
export async function readPublicThing(
  env: Env,
  kind: PublicKind,
  subjectId: string,
): Promise<PublicThing | { withdrawn: WithdrawnThing } | null> {
  const found = await findPublicThing(openDatabase(env), kind, subjectId);
  if (found === null || !mayExist(found, env)) return null;
  const { edition, publishedAt, withdrawnAt, content, isTakenBack, forumId } = found;
  const districtName = subDistrict(found.district);
  if (withdrawnAt !== null || isTakenBack || content === null) {
    return { withdrawn: { withdrawnAt, districtName } };
  }
  return { content: contentIn(content), edition, publishedAt, forumId, districtName };
}

export interface PublicFollowUp {
  words: ReadingNode;
  /** Null where the register knows it no more. */
  state: FollowUpState | null;
}

export interface PublicForumPage {
  districtName: string;
  content: PublicContent;
  readings: { kind: PublicKind; subjectId: string; content: PublicContent; publishedAt: number }[];
  agreements: ReadingNode[];
  followUps: PublicFollowUp[];
  questions: { id: string; question: string; answer: string; at: number }[];
}

/** Null for a forum of which nothing is public. */
export async function readPublicForum(
  env: Env,
  forumId: string,
  now: number,
): Promise<PublicForumPage | null> {
  const db = openDatabase(env);
  const rows = (await selectPublicOfForum(db, forumId)).filter((row) => mayExist(row, env));
  const readings = rows.flatMap(({ kind, subjectId, documentId, publishedAt, content }) =>
    content === null
      ? []
      : [{ kind, subjectId, documentId, publishedAt, content: contentIn(content) }],
  );
  const [newest] = readings;
  if (newest === undefined) return null;
  const documents = readings.filter(({ kind }) => kind === "document");
  const states = await selectPublicFollowUps(
    db,
    documents.map(({ subjectId }) => subjectId),
  );
  const replaced = new Set(states.map(({ replacesId }) => replacesId));
  const stateOf = (documentId: string, nodeId: unknown): FollowUpState | null => {
    const row = states.find(
      (each) => each.documentId === documentId && each.nodeId === nodeId && !replaced.has(each.id),
    );
    return row ? followUpState(row, now) : null;
  };
  return {
    districtName: rows[0] ? subDistrict(rows[0].district) : "",
    // Its head is the same in all of them, but where villages are not named.
    content:
      readings.find((each) => !JSON.stringify(each.content.forum).includes(unnamedVillage))
        ?.content ?? newest.content,
    readings,
    agreements: documents.flatMap(({ content }) => nodesOf(content.words, "agreement")),
    followUps: documents.flatMap(({ content, subjectId }) =>
      nodesOf(content.words, "followUp").map((words) => ({
        words,
        state: stateOf(subjectId, words.attrs?.id),
      })),
    ),
    questions: await selectPublicQuestions(db, forumId),
  };
}

/** Villages bear the same names: it is always said which of the two is meant. */
export function subDistrict({ name }: { name: string }): string {
  return `Kecamatan ${name}`;
}

function nodesOf(node: ReadingNode, type: string): ReadingNode[] {
  if (node.type === type) return [node];
  return (node.content ?? []).flatMap((child) => nodesOf(child, type));
}

function contentIn(json: string): PublicContent {
  // Written by `publish` alone.
  return JSON.parse(json) as PublicContent;
}
