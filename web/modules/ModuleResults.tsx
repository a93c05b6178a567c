import { fewestEvaluations } from "../../domain/evidence/evidence-lists.ts";
import { evaluationScales, scaleSteps } from "../../domain/modules.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import type { ModuleData } from "./modules-query.ts";
import { averageOf, sumOf } from "./result-sums.ts";

type Results = NonNullable<ModuleData["results"]>;
type Group = "participants" | "facilitators";

/** What the evaluations say: bars, the same as a table by forum, and the words. */
export function ModuleResults({ module, results }: { module: ModuleData; results: Results }) {
  const { results: words } = useModulesMessages();
  const said = results.flatMap(({ forumId, words: each }) =>
    each.map((word, index) => ({ ...word, key: `${forumId} ${index}` })),
  );
  return (
    <section className="section" aria-labelledby="results">
      <h2 id="results">{words.title}</h2>
      {results.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <>
          <p className="small soft">{words.nameless}</p>
          {results.some(isHidden) && (
            <p className="small soft">{words.fewHidden(fewestEvaluations)}</p>
          )}
          <Bars results={results} group="participants" />
          <Bars results={results} group="facilitators" />
          <details className="module-table">
            <summary>{words.table}</summary>
            <ResultTable module={module} results={results} />
          </details>
          {said.length > 0 && (
            <>
              <h3>{words.words}</h3>
              <ul className="module-words">
                {said.map(({ key, word, givenAs }) => (
                  <li key={key}>
                    <q>{word}</q> <span className="small soft">{words.groups[givenAs]}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

/** Whether a group of this forum gave too few answers to be shown. */
function isHidden({ participants, facilitators }: Results[number]): boolean {
  return [participants, facilitators].some(({ answers, scales }) => answers > 0 && scales === null);
}

function Bars({ results, group }: { results: Results; group: Group }) {
  const { results: words, scales, steps } = useModulesMessages();
  const [language] = useLanguage();
  const sum = sumOf(results.map((result) => result[group]));
  if (sum.answers === 0) return null;
  return (
    <div className="section">
      <h3>{words[group](sum.answers)}</h3>
      <dl className="module-bars">
        {evaluationScales.map((scale) => {
          const average = words.average(averageOf(sum.scales[scale], language));
          return (
            <div key={scale}>
              <dt>{scales[scale]}</dt>
              <dd>
                <svg
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  className="module-bar"
                  aria-hidden="true"
                >
                  {scaleSteps.map((step, index) => {
                    const counts = sum.scales[scale];
                    const before = counts.slice(0, index).reduce((a, b) => a + b, 0);
                    const count = counts[index] ?? 0;
                    return (
                      <rect
                        key={step}
                        data-step={step}
                        x={(100 * before) / sum.answers}
                        width={(100 * count) / sum.answers}
                        height={8}
                      />
                    );
                  })}
                </svg>
                <span className="small">{average}</span>
                <span className="small soft">
                  {sum.scales[scale]
                    .flatMap((count, index) => (count > 0 ? [`${steps[index]} ${count}`] : []))
                    .join(" · ")}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** One small table for each forum: it fits a phone. */
function ResultTable({ module, results }: { module: ModuleData; results: Results }) {
  const { results: words, scales } = useModulesMessages();
  const [language] = useLanguage();
  return results.map(({ forumId, participants, facilitators }) => (
    <table key={forumId}>
      <caption>{module.uses.find((use) => use.forumId === forumId)?.title ?? words.forum}</caption>
      <thead>
        <tr>
          <th scope="col">{words.given}</th>
          <th scope="col">{words.inTable.participant(participants.answers)}</th>
          <th scope="col">{words.inTable.facilitator(facilitators.answers)}</th>
        </tr>
      </thead>
      <tbody>
        {evaluationScales.map((scale) => (
          <tr key={scale}>
            <th scope="row">{scales[scale]}</th>
            <td>{averageOf(participants.scales?.[scale] ?? [], language)}</td>
            <td>{averageOf(facilitators.scales?.[scale] ?? [], language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
