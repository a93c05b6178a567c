import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ModuleStatus, moduleStatuses } from "../../domain/modules.ts";
import { type Theme, themes } from "../../domain/statuses.ts";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { ModuleRow } from "./ModuleRow.tsx";
import { type ModuleListData, modulesQuery } from "./modules-query.ts";

export function ModulesPage() {
  const words = useModulesMessages();
  const query = useQuery(modulesQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {query.data ? (
        <Modules {...query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

/** By status in the order in which a module comes to them, and by theme. */
function Modules({ modules, mayMake }: ModuleListData) {
  const words = useModulesMessages();
  const { themes: themeNames, moduleStatuses: statusNames } = useMessages();
  const [theme, setTheme] = useState<Theme | "all">("all");
  const [status, setStatus] = useState<ModuleStatus | "all">("all");
  const shown = modules.filter(
    (module) =>
      (theme === "all" || module.theme === theme) && (status === "all" || module.status === status),
  );
  const asked = modules.filter(({ request }) => request !== null);
  const waiting = modules.filter(({ toEvaluate }) => toEvaluate.length > 0);
  const make = mayMake && (
    <div>
      <LinkButton href="/program/modul/baru" weight="primary" icon="plus">
        {words.make}
      </LinkButton>
    </div>
  );
  if (modules.length === 0) {
    return (
      <>
        <EmptyState icon="document" title={words.empty.title}>
          {mayMake ? words.empty.make : words.empty.wait}
        </EmptyState>
        {make}
      </>
    );
  }
  return (
    <>
      {make}
      {waiting.length > 0 && (
        <section className="section" aria-labelledby="to-evaluate">
          <h2 id="to-evaluate">{words.toEvaluate}</h2>
          <ul className="module-list">
            {waiting.flatMap((module) =>
              module.toEvaluate.map((use) => (
                <li key={`${module.id} ${use.forumId}`} className="module-card" data-main="true">
                  <h3>{module.title}</h3>
                  <p className="small soft">{use.title}</p>
                  <div>
                    <LinkButton
                      href={`/program/modul/${module.id}/nilai/${use.forumId}`}
                      icon="tasks"
                      aria-label={words.evaluateNamed(module.title)}
                    >
                      {words.evaluate}
                    </LinkButton>
                  </div>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {asked.length > 0 && (
        <section className="section" aria-labelledby="asked">
          <h2 id="asked">{words.asked}</h2>
          <ul className="module-list">
            {asked.map((module) => (
              <ModuleRow key={module.id} module={module} />
            ))}
          </ul>
        </section>
      )}
      <div className="module-filters">
        <SelectField
          label={words.filter.status}
          value={status}
          options={[
            ["all", words.filter.all] as const,
            ...moduleStatuses.map((each) => [each, statusNames[each]] as const),
          ]}
          onChoose={setStatus}
        />
        <SelectField
          label={words.filter.theme}
          value={theme}
          options={[
            ["all", words.filter.all] as const,
            ...themes.map((each) => [each, themeNames[each]] as const),
          ]}
          onChoose={setTheme}
        />
      </div>
      {shown.length === 0 && <EmptyState icon="document">{words.empty.filtered}</EmptyState>}
      {moduleStatuses.map((each) => {
        const ofStatus = shown.filter((module) => module.status === each);
        if (ofStatus.length === 0) return null;
        return (
          <section key={each} className="section" aria-labelledby={`status-${each}`}>
            <h2 id={`status-${each}`}>{statusNames[each]}</h2>
            <ul className="module-list">
              {ofStatus.map((module) => (
                <ModuleRow key={module.id} module={{ ...module, request: null }} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
