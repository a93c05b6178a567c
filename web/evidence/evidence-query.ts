import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { EvidenceNumber, EvidenceSubject } from "../../domain/evidence/evidence-lists.ts";
import type { Period } from "../../domain/evidence/period.ts";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type EvidenceData = InferResponseType<typeof api.evidence.$get, 200>;
export type Indicator = EvidenceData["indicators"][number];
export type Proof = Indicator["proofs"][number];
export type Change = InferResponseType<typeof api.evidence.changes.$get, 200>["changes"][number];
export type StagesData = InferResponseType<typeof api.program.stages.$get, 200>;
export type Stage = StagesData["stages"][number];

/** Of everything about the evidence, stages included: what one page changes, others show. */
export const evidenceKey = ["evidence"] as const;

export const evidenceQuery = queryOptions({
  queryKey: [...evidenceKey, "list"],
  queryFn: () => readResponse(api.evidence.$get()),
});

/** Also without a network, as they were last. */
export const stagesQuery = queryOptions({
  queryKey: [...evidenceKey, "stages"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.program.stages.$get()) }),
});

export const numbersQuery = (period: Period) =>
  queryOptions({
    queryKey: [...evidenceKey, "numbers", period.from, period.to],
    queryFn: () => readResponse(api.evidence.numbers.$get({ query: period })),
  });

export const numberQuery = (number: EvidenceNumber, period: Period) =>
  queryOptions({
    queryKey: [...evidenceKey, "number", number, period.from, period.to],
    queryFn: () =>
      readResponse(api.evidence.numbers[":number"].$get({ param: { number }, query: period })),
  });

/** Of one thing, or of all. */
export const changesQuery = (thing: { subjectKind: EvidenceSubject; subjectId: string } | null) =>
  queryOptions({
    queryKey: [...evidenceKey, "changes", thing?.subjectKind, thing?.subjectId],
    queryFn: () => readResponse(api.evidence.changes.$get({ query: thing ?? {} })),
  });
