import type { programId } from "./program-id.ts";

export const programEn: typeof programId = {
  title: "The Sinau Bareng programme",
  intro:
    "Twelve villages learn together how to manage the village budget, from needs to what came of them.",
  stagesTitle: "Five stages",
  stages: [
    "Needs survey and map of problems",
    "Design of the learning programme",
    "Pilot forums in some villages",
    "Evaluation and refinement of the modules",
    "Full implementation through regular forums",
  ],
};
