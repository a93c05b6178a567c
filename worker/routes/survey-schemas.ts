import { z } from "zod";
import { themes } from "../../domain/statuses.ts";
import { surveyOpennesses } from "../../domain/survey/openness.ts";
import {
  maxAnswerLength,
  maxChoiceLength,
  maxChoices,
  maxQuestionLength,
  maxQuestions,
  questionKinds,
} from "../../domain/survey/questions.ts";
import { surveyUnits } from "../../domain/survey/rules.ts";

const id = z.string().min(1).max(40);
const label = z.string().trim().max(maxChoiceLength);
const amount = z.number().min(-1e12).max(1e12).nullable();

const question = z.object({
  id,
  kind: z.enum(questionKinds),
  theme: z.enum(themes).nullable(),
  text: z.string().trim().max(maxQuestionLength),
  hint: z.string().trim().max(maxQuestionLength),
  isRequired: z.boolean(),
  choices: z.array(z.object({ id, text: label })).max(maxChoices),
  scaleFrom: label,
  scaleTo: label,
  unit: z.string().trim().max(30),
  least: amount,
  most: amount,
  condition: z.object({ questionId: id, anyOf: z.array(id).max(maxChoices) }).nullable(),
});

const hasOwnIds = (things: readonly { id: string }[]) =>
  new Set(things.map((thing) => thing.id)).size === things.length;

export const draftSchema = z.object({
  title: z
    .string()
    .trim()
    .max(200)
    .regex(/[\p{L}\p{N}]/u),
  intro: z.string().trim().max(2000),
  unit: z.enum(surveyUnits),
  openness: z.enum(surveyOpennesses),
  questions: z
    .array(question.refine(({ choices }) => hasOwnIds(choices), { path: ["choices"] }))
    .max(maxQuestions)
    .refine(hasOwnIds),
});

export const answersSchema = z.record(
  id,
  z.union([z.string().max(maxAnswerLength.long + 100), z.array(id).max(maxChoices), z.number()]),
);
