import { Link } from "wouter";
import { LinkButton } from "../design/Button.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { formatDay } from "../time.ts";
import type { ModuleData } from "./modules-query.ts";

/** When it came to which status, what stood in it then, and what its evaluation changed. */
export function ModuleSteps({ module }: { module: ModuleData }) {
  const { page: words } = useModulesMessages();
  const { moduleStatuses } = useMessages();
  const [language] = useLanguage();
  const history = `/dokumen/${module.id}/riwayat`;
  const evaluated = module.steps.findLast(({ status }) => status === "evaluation");
  const refined = module.steps.findLast(
    ({ status, at }) => status === "refined" && evaluated !== undefined && at > evaluated.at,
  );
  return (
    <section className="section" aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      {module.status === "design" && <p className="soft">{words.noSteps}</p>}
      <ol className="module-steps">
        {module.steps.map(({ status, place, at }) => (
          <li key={`${status} ${at}`}>
            <strong>{moduleStatuses[status]}</strong>
            <span className="small soft">{words.since(formatDay(at, language))}</span>
            <Link href={`${history}?saat=${place}`}>{words.seeThen}</Link>
          </li>
        ))}
      </ol>
      {evaluated && (
        <div className="module-changed">
          <p>
            <strong>{words.changed}</strong>
          </p>
          <p className="small soft">{words.changedWhy}</p>
          <div>
            <LinkButton
              href={`${history}?dari=${evaluated.place}${refined ? `&sampai=${refined.place}` : ""}`}
              icon="clock"
            >
              {words.compare}
            </LinkButton>
          </div>
        </div>
      )}
    </section>
  );
}
