import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { AskWriter } from "./AskWriter.tsx";
import { type ModuleData, modulesKey } from "./modules-query.ts";

type Writer = ModuleData["writers"][number];

/** Who was asked to write what, and the way to ask somebody. */
export function ModuleWriters({ module }: { module: ModuleData }) {
  const { writers: words } = useModulesMessages();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="section" aria-labelledby="writers">
      <h2 id="writers">{words.title}</h2>
      {module.writers.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="module-list">
        {module.writers.map((writer) => (
          <WriterRow key={writer.personId} module={module} writer={writer} />
        ))}
      </ul>
      {module.may.ask && (
        <div>
          <Button icon="plus" onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        </div>
      )}
      {isAsking && <AskWriter module={module} onClose={() => setAsking(false)} />}
    </section>
  );
}

function WriterRow({ module, writer }: { module: ModuleData; writer: Writer }) {
  const { writers: words, page } = useModulesMessages();
  const queryClient = useQueryClient();
  const [isSure, setSure] = useState(false);
  const { personId, name, position, village, request } = writer;
  const releasing = useMutation({
    mutationFn: () =>
      requireOk(
        api.modules[":moduleId"].writers[":personId"].$delete({
          param: { moduleId: module.id, personId },
        }),
      ),
    onSuccess: () => {
      setSure(false);
      return queryClient.invalidateQueries({ queryKey: modulesKey });
    },
  });
  return (
    <li className="module-card">
      <p className="row">
        <strong>{name}</strong>
        <span className="small soft">{position}</span>
        {village && <VillageBadge village={village} />}
      </p>
      <p>{request}</p>
      {module.may.ask && (
        <div>
          <Button
            weight="quiet"
            aria-label={words.releaseNamed(name)}
            onClick={() => setSure(true)}
          >
            {words.release}
          </Button>
        </div>
      )}
      {isSure && (
        <ConfirmDialog
          title={words.releaseTitle(name)}
          confirm={words.release}
          cancel={page.cancel}
          isPending={releasing.isPending}
          error={releasing.error}
          onConfirm={() => releasing.mutate()}
          onClose={() => setSure(false)}
        >
          <p>{words.releaseWhat}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
