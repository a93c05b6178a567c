import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import { ComparedText } from "./ComparedText.tsx";
import { findChanges } from "./find-changes.ts";
import { findPart } from "./find-part.ts";
import type { Desk, Restored } from "./HistoryDesk.tsx";
import { comparisonQuery } from "./history-query.ts";
import { invert } from "./inverted.ts";
import { useMomentName } from "./moment-words.ts";
import { sectionName } from "./section-name.ts";
import { useRestore } from "./use-restore.ts";
import { useWalk } from "./use-walk.ts";
import type { HistoryView } from "./view-address.ts";
import { Walker } from "./Walker.tsx";

interface Props {
  desk: Desk;
  view: Extract<HistoryView, { kind: "restore" }>;
  onRestored: (restored: Restored) => void;
}

/** What would come back and what would go, before anything of it is done. */
export function RestoreView({ desk, view, onRestored }: Props) {
  const { restore: words } = useHistoryMessages();
  const messages = useMessages();
  const { data: page, head, show } = desk;
  const { place, sectionId } = view;
  const [isAsking, setAsking] = useState(false);
  const name = useMomentName(desk, place);
  const query = useQuery(comparisonQuery(page.document.id, place, head.last));
  const wayBack = useMemo(() => {
    if (!query.data) return null;
    const comparison = invert(query.data);
    const content =
      sectionId === null ? comparison.content : findPart(comparison.content, sectionId);
    return { ...comparison, content };
  }, [query.data, sectionId]);
  const list = useMemo(() => wayBack && findChanges(wayBack), [wayBack]);
  const text = useRef<HTMLDivElement>(null);
  const walk = useWalk(list?.changes.length ?? 0, list, text);
  const what =
    sectionId === null
      ? words.document
      : words.section(sectionName(page.sections, sectionId, messages.document));
  const restore = useRestore(page.document.id, (done) => {
    setAsking(false);
    onRestored({ place: done.place, sectionId, said: words.done(what, name), isUndo: false });
    show({ kind: "compare", from: done.place - 1, to: done.place, only: null }, { replace: true });
  });
  const isSame = list?.changes.length === 0;
  return (
    <div className="history-main">
      <section className="restore-bar" aria-label={words.button}>
        <p className="compare-sentence">{words.preview(name)}</p>
        <p className="soft">{isSame ? words.same : words.explain}</p>
        <SelectField
          label={words.scope}
          value={sectionId ?? ""}
          options={[
            ["", words.whole],
            ...page.sections.map(
              ({ id }) => [id, sectionName(page.sections, id, messages.document)] as const,
            ),
          ]}
          onChoose={(id) => show({ ...view, sectionId: id === "" ? null : id }, { replace: true })}
        />
        <div className="row">
          <Button
            weight="primary"
            icon="reload"
            disabled={!list || isSame}
            onClick={() => setAsking(true)}
          >
            {words.button}
          </Button>
          <Button weight="quiet" onClick={() => show({ kind: "moment", place })}>
            {words.cancel}
          </Button>
        </div>
      </section>
      {wayBack && list ? (
        <div ref={text} className="compared">
          <ComparedText {...{ desk, list }} comparison={wayBack} side="both" />
          <ChangeCard {...{ desk, list }} within={text} onChoose={walk.go} />
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={8} />
      )}
      <Walker {...{ desk, walk }} changes={list?.changes ?? []} />
      {isAsking && (
        <ConfirmDialog
          title={words.question(what, name)}
          confirm={words.confirm}
          cancel={words.cancel}
          isPending={restore.isPending}
          error={restore.error}
          onConfirm={() => restore.mutate({ place, sectionId })}
          onClose={() => setAsking(false)}
        >
          <p>{words.consequence}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
