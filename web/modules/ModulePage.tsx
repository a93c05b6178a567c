import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkButton } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { FileList } from "../files/FileList.tsx";
import { FilePicker } from "../files/FilePicker.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { PublicationPart } from "../publication/PublicationPart.tsx";
import { ModuleMoves } from "./ModuleMoves.tsx";
import { ModuleResults } from "./ModuleResults.tsx";
import { ModuleStatusBadge } from "./ModuleStatusBadge.tsx";
import { ModuleSteps } from "./ModuleSteps.tsx";
import { ModuleUses } from "./ModuleUses.tsx";
import { ModuleWriters } from "./ModuleWriters.tsx";
import { type ModuleData, moduleQuery, modulesKey } from "./modules-query.ts";

export function ModulePage({ moduleId }: { moduleId: string }) {
  const words = useModulesMessages();
  const query = useQuery(moduleQuery(moduleId));
  return (
    <PageFrame title={query.data?.title ?? words.title} back="/program/modul">
      {query.data ? (
        <Module module={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Module({ module }: { module: ModuleData }) {
  const words = useModulesMessages();
  const { themes } = useMessages();
  const toEvaluate = module.own.filter(({ isGiven }) => !isGiven);
  return (
    <>
      <header className="section">
        <div className="row">
          <ModuleStatusBadge status={module.status} />
          <span className="small soft">{themes[module.theme]}</span>
        </div>
        <h1>{module.title}</h1>
        {module.request !== null && module.may.write && (
          <p className="module-request">{words.askedFor(module.request)}</p>
        )}
        <div className="row">
          <LinkButton
            href={`/dokumen/${module.id}`}
            weight="primary"
            icon={module.may.write ? "pencil" : "document"}
          >
            {module.may.write ? words.page.write : words.page.read}
          </LinkButton>
          <LinkButton href={`/dokumen/${module.id}/riwayat`} icon="clock">
            {words.page.history}
          </LinkButton>
          {toEvaluate.map((use) => (
            <LinkButton
              key={use.forumId}
              href={`/program/modul/${module.id}/nilai/${use.forumId}`}
              icon="tasks"
            >
              {words.evaluate}
            </LinkButton>
          ))}
        </div>
        <ModuleMoves module={module} />
        {module.status === "published" && (
          <PublicationPart kind="module" subjectId={module.id} title={module.title} />
        )}
      </header>
      <ModuleSteps module={module} />
      <ModuleWriters module={module} />
      <ModuleUses module={module} />
      {module.results && <ModuleResults module={module} results={module.results} />}
      <ModuleFiles module={module} />
    </>
  );
}

function ModuleFiles({ module: { id, circleId, files, may } }: { module: ModuleData }) {
  const { files: words } = useModulesMessages();
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: modulesKey });
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{words.title}</h2>
      {files.length > 0 ? (
        <FileList files={files} onChange={refresh} />
      ) : (
        <p className="soft">{words.none}</p>
      )}
      {may.attach && (
        <FilePicker forumId={circleId} subjectKind="module" subjectId={id} onAdded={refresh} />
      )}
    </section>
  );
}
