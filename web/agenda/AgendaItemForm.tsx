import "../design/forms.css";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { maxItemMinutes, maxItemTitleLength } from "../../domain/agenda-order.ts";
import { agendaItemKinds } from "../../domain/statuses.ts";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { AgendaItemRemoval } from "./AgendaItemRemoval.tsx";
import { DocumentTicks } from "./DocumentTicks.tsx";
import { ModuleTicks } from "./ModuleTicks.tsx";

type Item = ForumPageData["agenda"][number];

interface Props {
  data: ForumPageData;
  /** Null for one that is added. */
  item: Item | null;
  onDone: () => unknown;
}

const fresh = { title: "", kind: "case", durationMinutes: 45, documentIds: [] } as const;

/** One item of the agenda, as it is typed. */
export function AgendaItemForm({ data, item, onDone }: Props) {
  const { agenda: words, cancel, save } = usePrepareMessages();
  const { agendaItemKinds: kindNames } = useMessages();
  const [seen] = useState<Omit<Item, "id">>(() => item ?? { ...fresh, documentIds: [] });
  const [title, setTitle] = useState(seen.title);
  const [kind, setKind] = useState(seen.kind);
  const [minutes, setMinutes] = useState(String(seen.durationMinutes));
  const [documentIds, setDocumentIds] = useState<readonly string[]>(seen.documentIds);
  const [mistake, setMistake] = useState<"titleMissing" | "minutesWrong" | null>(null);
  const agenda = api.forums[":forumId"].agenda;
  const forumId = data.forum.id;
  const saving = useMutation({
    mutationFn: async () => {
      const whole = { title, kind, durationMinutes: Number(minutes) };
      if (item === null) {
        const json = { ...whole, documentIds: [...documentIds] };
        await readResponse(agenda.$post({ param: { forumId }, json }));
        return;
      }
      const changes = {
        ...(title === seen.title ? {} : { title }),
        ...(kind === seen.kind ? {} : { kind }),
        ...(whole.durationMinutes === seen.durationMinutes
          ? {}
          : { durationMinutes: whole.durationMinutes }),
      };
      const areLinksNew = documentIds.join() !== seen.documentIds.join();
      if (Object.keys(changes).length === 0 && !areLinksNew) return;
      const { title: seenTitle, kind: seenKind, durationMinutes } = seen;
      await requireOk(
        agenda[":itemId"].$patch({
          param: { forumId, itemId: item.id },
          json: {
            changes,
            basedOn: { title: seenTitle, kind: seenKind, durationMinutes },
            ...(areLinksNew ? { documentIds: [...documentIds] } : {}),
          },
        }),
      );
    },
    onSuccess: () => onDone(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = Number(minutes);
    const isTitled = /[\p{L}\p{N}]/u.test(title) && title.trim().length <= maxItemTitleLength;
    const isTimed = Number.isInteger(length) && length >= 1 && length <= maxItemMinutes;
    setMistake(isTitled ? (isTimed ? null : "minutesWrong") : "titleMissing");
    if (isTitled && isTimed && !saving.isPending) saving.mutate();
  };
  return (
    <form className="form agenda-form" onSubmit={submit} noValidate>
      <TextField label={words.title} value={title} onText={setTitle} autoComplete="off" />
      <div className="form-columns">
        <SelectField
          label={words.kind}
          value={kind}
          options={agendaItemKinds.map((each) => [each, kindNames[each]] as const)}
          onChoose={setKind}
        />
        <TextField
          label={words.minutes}
          value={minutes}
          onText={setMinutes}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      {kind === "module" && <ModuleTicks chosen={documentIds} onChoose={setDocumentIds} />}
      <DocumentTicks documents={data.documents} chosen={documentIds} onChoose={setDocumentIds} />
      {mistake && (
        <p role="alert" className="failure-line">
          {words[mistake]}
        </p>
      )}
      <FailureLine error={saving.error} />
      <div className="row">
        <Button type="submit" weight="primary" aria-busy={saving.isPending}>
          {save}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {cancel}
        </Button>
        {item && <AgendaItemRemoval data={data} item={item} onRemoved={onDone} />}
      </div>
    </form>
  );
}
