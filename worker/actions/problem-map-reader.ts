import { type Actor, can } from "../../domain/permissions.ts";
import { type ProblemState, stateOf } from "../../domain/problems/rules.ts";
import { type Level, levelOf, weightOf } from "../../domain/problems/scales.ts";
import {
  directSight,
  documentSight,
  type SourceSight,
  surveySight,
} from "../../domain/problems/source-sight.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { placesIn } from "../db/forums.ts";
import type { Database } from "../db/open.ts";
import {
  type ListedProblemRow,
  type SourceRow,
  selectDocumentsOfProblems,
  selectProblems,
  selectReleasedCounts,
  selectSources,
  selectSurveysOfProblems,
} from "../db/problems.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf } from "./actor.ts";
import { programActor } from "./program-actor.ts";
import { respondentOf } from "./survey-access.ts";

/** A source as the reader may know it. */
export interface SeenSource extends Omit<SourceRow, "villageIds"> {
  villageIds: readonly string[];
}

/** A problem with what counts for it: its own sources and those of what was merged into it. */
export interface SeenProblem extends ListedProblemRow {
  state: ProblemState;
  weight: number;
  level: Level;
  sources: SeenSource[];
  /** The villages that have it, as far as the reader may know them. */
  villageIds: string[];
  /** The problems that were merged into it, and into those. */
  partIds: string[];
}

type SeenDocument = { id: string; title: string; actor: Actor; kind: string };

/**
 * The district's problems as one person sees them. Everything that tells of a problem is read
 * through this, so that nothing is counted, sorted or listed by what its reader may not know.
 */
export class ProblemMap {
  readonly problems: ReadonlyMap<string, SeenProblem>;
  readonly #documents: ReadonlyMap<string, SeenDocument>;
  readonly #surveyTitles: ReadonlyMap<string, string>;

  private constructor(
    problems: ReadonlyMap<string, SeenProblem>,
    documents: ReadonlyMap<string, SeenDocument>,
    surveyTitles: ReadonlyMap<string, string>,
  ) {
    this.problems = problems;
    this.#documents = documents;
    this.#surveyTitles = surveyTitles;
  }

  static async load(db: Database, me: SignedIn): Promise<ProblemMap> {
    const districtId = me.district.id;
    const [rows, sources, placed, surveys, released] = await Promise.all([
      selectProblems(db, districtId),
      selectSources(db, districtId),
      selectDocumentsOfProblems(db, districtId, me.person.id),
      selectSurveysOfProblems(db, districtId, respondentOf(me)),
      selectReleasedCounts(db, districtId),
    ]);
    const byDocument = Map.groupBy(placed, ({ document }) => document.id);
    const bySurvey = new Map(surveys.map((survey) => [survey.id, survey]));
    const releasedOf = new Map(
      released.map(({ surveyId, questionId, count }) => [`${surveyId} ${questionId}`, count]),
    );
    const actor = programActor(me);

    const documentOf = (documentId: string | null) => {
      const places = byDocument.get(documentId ?? "");
      const [first] = places ?? [];
      if (!places || !first) return null;
      return { ...first, actor: actorOf(me, first.forum, placesIn(places)) };
    };
    const sightOf = (source: SourceRow): SourceSight => {
      if (source.kind === "direct") return directSight(source.villageIds);
      if (source.kind === "survey") {
        const survey = bySurvey.get(source.surveyId ?? "");
        if (!survey) return { seesSource: false, villageIds: [] };
        const facts = {
          isDraft: survey.status === "draft",
          isClosed: survey.status === "closed",
          openness: survey.openness,
          isForTheirVillage: survey.isForTheirVillage === 1,
          releasedAnswers: releasedOf.get(`${source.surveyId} ${source.questionId}`) ?? 0,
        };
        return surveySight(actor, facts, source.villageIds);
      }
      const found = documentOf(source.documentId);
      if (!found) return { seesSource: false, villageIds: [] };
      return documentSight(found.actor, found.document, source.villageIds);
    };

    const seenOf = new Map<string, SeenSource[]>();
    for (const source of sources) {
      const { seesSource, villageIds } = sightOf(source);
      if (!seesSource) continue;
      const seen = seenOf.get(source.problemId) ?? [];
      seen.push({ ...source, villageIds });
      seenOf.set(source.problemId, seen);
    }
    const partsOf = Map.groupBy(rows, ({ mergedIntoId }) => mergedIntoId);
    const below = (id: string): string[] =>
      (partsOf.get(id) ?? []).flatMap((part) => [part.id, ...below(part.id)]);
    const problems = new Map(
      rows.map((row): [string, SeenProblem] => {
        const partIds = below(row.id);
        const seen = [row.id, ...partIds].flatMap((id) => seenOf.get(id) ?? []);
        const weight = weightOf(row);
        return [
          row.id,
          {
            ...row,
            state: stateOf(row),
            ...{ weight, level: levelOf(weight), sources: seen, partIds },
            villageIds: [...new Set(seen.flatMap(({ villageIds }) => villageIds))],
          },
        ];
      }),
    );
    const documents = new Map(
      [...byDocument.keys()].flatMap((id): [string, SeenDocument][] => {
        const found = documentOf(id);
        if (!found || found.removedAt !== null) return [];
        const { document } = found;
        const { seesSource } = documentSight(found.actor, document, []);
        return seesSource
          ? [[id, { id, title: document.title, actor: found.actor, kind: document.kind }]]
          : [];
      }),
    );
    return new ProblemMap(
      problems,
      documents,
      new Map(surveys.map(({ id, title }) => [id, title])),
    );
  }

  /** Where the person may see it; null also where it is gone. */
  document(id: string | null): { id: string; title: string } | null {
    const found = this.#documents.get(id ?? "");
    return found ? { id: found.id, title: found.title } : null;
  }

  surveyTitle(id: string): string {
    return this.#surveyTitles.get(id) ?? "";
  }

  /** The problem itself. @throws notFound */
  require(problemId: string): SeenProblem {
    const found = this.problems.get(problemId);
    if (!found) throw notFound();
    return found;
  }
}

/** @throws notFound for whoever is nobody in the programme */
export function requireMapReader(me: SignedIn): Actor {
  const actor = programActor(me);
  if (!can(actor, "problemMap.see")) throw notFound();
  return actor;
}

/** @throws notFound, notAllowed */
export function requireMapEditor(me: SignedIn): Actor {
  const actor = requireMapReader(me);
  if (!can(actor, "problemMap.edit")) throw notAllowed();
  return actor;
}

/** A problem, to who edits the map. @throws notFound, also for one of elsewhere, notAllowed */
export async function requireEditable(
  db: Database,
  me: SignedIn,
  problemId: string,
): Promise<{ map: ProblemMap; problem: SeenProblem }> {
  requireMapReader(me);
  const map = await ProblemMap.load(db, me);
  const problem = map.require(problemId);
  requireMapEditor(me);
  return { map, problem };
}
