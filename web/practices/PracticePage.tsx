import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { PublicationPart } from "../publication/PublicationPart.tsx";
import { formatDay } from "../time.ts";
import { Adoptions } from "./Adoptions.tsx";
import { EditPractice } from "./EditPractice.tsx";
import { type PracticePageData, practiceQuery, practicesKey } from "./practices-query.ts";

/** One good practice, and which villages apply it. */
export function PracticePage({ practiceId }: { practiceId: string }) {
  const words = usePracticesMessages();
  const query = useQuery(practiceQuery(practiceId));
  const [isEditing, setEditing] = useState(false);
  const { data } = query;
  return (
    <PageFrame title={data?.practice.title ?? words.title} back="/program/praktik">
      {data ? (
        isEditing ? (
          <EditPractice practice={data.practice} onClose={() => setEditing(false)} />
        ) : (
          <Content data={data} onEdit={() => setEditing(true)} />
        )
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Content({ data, onEdit }: { data: PracticePageData; onEdit: () => void }) {
  const words = usePracticesMessages();
  const { themes } = useMessages();
  const [language] = useLanguage();
  const { practice, may, isWithdrawn } = data;
  const { fields } = words;
  return (
    <article className="stack practice">
      <header className="section">
        <p className="row small">
          <VillageBadge village={practice.village} />
          <span className="soft">{themes[practice.theme]}</span>
          <span className="soft">{words.from(formatDay(practice.at, language))}</span>
        </p>
        <h1>{practice.title}</h1>
        {isWithdrawn && <Notice icon="warning">{words.withdrawn}</Notice>}
      </header>
      <Part name={fields.situation} text={practice.situation} />
      <Part name={fields.deed} text={practice.deed} />
      <Part name={fields.cost} text={practice.cost} />
      <Part name={fields.result} text={practice.result} />
      <Part name={fields.contactOffice} text={practice.contactOffice} />
      <Adoptions data={data} />
      <PublicationPart kind="practice" subjectId={practice.id} title={practice.title} />
      {(may.change || may.withdraw) && (
        <div className="row">
          {may.change && (
            <Button icon="pencil" onClick={onEdit}>
              {words.edit}
            </Button>
          )}
          {may.withdraw && <Withdrawal practice={practice} />}
        </div>
      )}
    </article>
  );
}

function Part({ name, text }: { name: string; text: string }) {
  if (text === "") return null;
  return (
    <section className="section">
      <h2>{name}</h2>
      <p className="said">{text}</p>
    </section>
  );
}

function Withdrawal({ practice: { id, title } }: Pick<PracticePageData, "practice">) {
  const words = usePracticesMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () =>
      requireOk(api.practices[":practiceId"].$delete({ param: { practiceId: id } })),
    onSuccess: () => setAsking(false),
    onSettled: () => queryClient.invalidateQueries({ queryKey: practicesKey }),
  });
  return (
    <>
      <Button icon="close" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.withdrawQuestion(title)}
          confirm={words.withdraw}
          cancel={words.keep}
          isDangerous
          isPending={withdrawing.isPending}
          error={withdrawing.error}
          onConfirm={() => withdrawing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.withdrawConsequence}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
