import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { PublicationPart } from "../publication/PublicationPart.tsx";
import { formatDay } from "../time.ts";
import { OutcomeForm } from "./OutcomeForm.tsx";
import { OutcomeVillages } from "./OutcomeVillages.tsx";
import { type OutcomeData, outcomeQuery } from "./outcomes-query.ts";
import { ResultDialog } from "./ResultDialog.tsx";

export function OutcomePage({ documentId }: { documentId: string }) {
  const words = useOutcomesMessages();
  const query = useQuery(outcomeQuery(documentId));
  return (
    <PageFrame title={words.title} back="/program/hasil">
      {query.data ? (
        <Sheet data={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Sheet({ data }: { data: OutcomeData }) {
  const words = useOutcomesMessages();
  const { themes } = useMessages();
  const [isChanging, setChanging] = useState(false);
  const { document, forum, outcome, may } = data;
  return (
    <>
      <header className="section">
        <p className="small soft">{words.title}</p>
        <h1>{document.title}</h1>
        <p className="small soft">
          {themes[document.theme]} · {words.of(forum.title)}
        </p>
        <Link href={`/dokumen/${document.id}`} className="outcome-case">
          {words.toCase}
        </Link>
      </header>
      {isChanging || (outcome === null && may.write) ? (
        <OutcomeForm data={data} onDone={() => setChanging(false)} />
      ) : outcome === null ? (
        <EmptyState icon="document">{words.notYet}</EmptyState>
      ) : (
        <>
          <Written data={data} outcome={outcome} onChange={() => setChanging(true)} />
          <PublicationPart kind="outcome" subjectId={document.id} title={document.title} />
        </>
      )}
    </>
  );
}

interface Props {
  data: OutcomeData;
  outcome: NonNullable<OutcomeData["outcome"]>;
  onChange: () => void;
}

function Written({ data, outcome, onChange }: Props) {
  const words = useOutcomesMessages();
  const [language] = useLanguage();
  const [isTelling, setTelling] = useState(false);
  const { learnt, agreement, decision, result, askAgainAt } = outcome;
  return (
    <>
      <dl className="outcome-facts">
        <div>
          <dt>{words.learnt}</dt>
          <dd>{learnt}</dd>
        </div>
        <div>
          <dt>{words.agreement}</dt>
          <dd>{agreement?.text ?? words.noAgreement}</dd>
        </div>
        {decision !== "" && (
          <div>
            <dt>{words.decision}</dt>
            <dd>{decision}</dd>
          </div>
        )}
      </dl>
      {data.may.write && (
        <div>
          <Button icon="pencil" onClick={onChange}>
            {words.change}
          </Button>
        </div>
      )}
      <OutcomeVillages data={data} />
      <section className="section" aria-labelledby="result">
        <h2 id="result">{words.result}</h2>
        {result === null ? (
          <p className="soft">
            {words.noResult}{" "}
            {data.isAskedAgain
              ? words.resultNow
              : words.resultAsked(formatDay(askAgainAt, language))}
          </p>
        ) : (
          <p className="outcome-words">{result}</p>
        )}
        {data.may.write && (
          <div>
            <Button icon="pencil" onClick={() => setTelling(true)}>
              {words.giveResult}
            </Button>
          </div>
        )}
      </section>
      <p>
        <LinkButton href={`/program/hasil/${data.document.id}/cetak`} icon="print">
          {words.print}
        </LinkButton>
      </p>
      <p className="small soft">{words.foot}</p>
      {isTelling && (
        <ResultDialog
          documentId={data.document.id}
          of="whole"
          known={result}
          onClose={() => setTelling(false)}
        />
      )}
    </>
  );
}
