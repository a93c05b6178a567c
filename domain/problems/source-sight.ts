import { type Actor, can, type DocumentFacts } from "../permissions.ts";
import type { SurveyFacts } from "../program-permissions.ts";
import { smallestRelease } from "../survey/rules.ts";

/** What of a source somebody may know. */
export interface SourceSight {
  /** Whether it is there at all. */
  seesSource: boolean;
  /** The villages that it names to them. */
  villageIds: readonly string[];
}

const nothing: SourceSight = { seesSource: false, villageIds: [] };

/** What was told directly, on the map itself, is there for everybody who sees the map. */
export function directSight(villageIds: readonly string[]): SourceSight {
  return { seesSource: true, villageIds };
}

/**
 * A survey's question, to whom the survey's own results would show it: by village, or as a sum of
 * enough villages. One's own village is told what it answered itself.
 * @param releasedAnswers how many answers to the question its sums count
 */
export function surveySight(
  actor: Actor,
  survey: SurveyFacts & { releasedAnswers: number },
  villageIds: readonly string[],
): SourceSight {
  if (!can(actor, "survey.results", survey)) return nothing;
  if (can(actor, "survey.villages", survey)) return { seesSource: true, villageIds };
  const own = villageIds.filter((id) => id === actor.villageId);
  return {
    seesSource: own.length > 0 || survey.releasedAnswers >= smallestRelease,
    villageIds: own,
  };
}

/**
 * A case or a note beside it, to who may see the case. One that does not name its village is a
 * source to its facilitators alone: beside the villages of a problem it would say whose it is.
 */
export function documentSight(
  actor: Actor,
  document: DocumentFacts & { isUnnamed: boolean },
  villageIds: readonly string[],
): SourceSight {
  if (!can(actor, "document.see", document)) return nothing;
  if (document.isUnnamed) {
    return can(actor, "document.unmask") ? { seesSource: true, villageIds: [] } : nothing;
  }
  return { seesSource: true, villageIds };
}
