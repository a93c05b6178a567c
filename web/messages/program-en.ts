import type { programId } from "./program-id.ts";

export const programEn: typeof programId = {
  title: "The Sinau Bareng programme",
  intro:
    "Twelve villages learn together how to manage the village budget, from needs to what came of them.",
  stagesTitle: "Five stages",
};
