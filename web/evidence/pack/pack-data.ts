import type { InferResponseType } from "hono/client";
import type { api } from "../../api.ts";
import type { evidenceId } from "../../messages/evidence-id.ts";

export type PackData = InferResponseType<typeof api.evidence.export.$post, 200>;
export type Words = typeof evidenceId;

/** What the pack's index is made of. */
export interface IndexOf {
  data: PackData;
  words: Words;
  /** Such as https://sinau.example: what the pack's ways back begin with. */
  origin: string;
  /** Where in the pack a file lies, by its id. */
  paths: ReadonlyMap<string, string>;
  /** Ids of files that could not be fetched. */
  missing: ReadonlySet<string>;
}
