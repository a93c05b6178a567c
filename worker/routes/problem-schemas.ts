import { z } from "zod";
import { maxMerged, maxVotedOn } from "../../domain/problems/rules.ts";
import { themes } from "../../domain/statuses.ts";

/** Its browser makes it up, so that what is sent twice is there once. */
const newId = z.uuid();
const id = z.string().min(1).max(100);
const step = z.int().min(1).max(5);
const revision = z.int().min(0);
const villageIds = z.array(id).max(100);

const words = z.object({
  title: z.string().max(2000),
  note: z.string().max(6000),
  theme: z.enum(themes),
  urgency: step,
  impact: step,
  frequency: step,
});

export const sourceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("survey"),
    surveyId: id,
    questionId: id,
    choiceId: id.nullable(),
  }),
  z.object({ kind: z.literal("case"), documentId: id }),
  z.object({ kind: z.literal("note"), documentId: id, threadId: id }),
]);

export const newProblemSchema = words.extend({
  id: newId,
  villageIds,
  source: sourceSchema.nullable(),
});
export const problemSchema = words.extend({ revision, villageIds });
export const revisionSchema = z.object({ revision });
export const asideSchema = z.object({ revision, isSetAside: z.boolean() });
export const mergeSchema = words.extend({
  id: newId,
  parts: z.array(z.object({ id, revision })).min(2).max(maxMerged),
});

export const listSchema = z.object({
  theme: z.enum(themes).optional(),
  village: id.optional(),
  state: z.enum(["living", "setAside", "merged"]).optional(),
  order: z.enum(["weight", "villages", "newest"]).optional(),
  from: z.coerce.number().int().min(0).max(100_000).optional(),
});

export const newVoteSchema = z.object({
  id: newId,
  title: z.string().max(2000),
  choices: z.int().min(1).max(maxVotedOn),
  endsAt: z.int().min(0),
  isOpenVote: z.boolean(),
  problemIds: z.array(id).max(maxVotedOn),
  villageIds,
});
export const votersSchema = z.object({ villageIds });
export const ballotSchema = z.object({ problemIds: z.array(id).max(maxVotedOn), revision });
