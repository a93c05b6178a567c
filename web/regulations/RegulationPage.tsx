import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { longName, shortName } from "../../domain/regulations.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { dayWords } from "../register/due-words.ts";
import { RegulationForm } from "./RegulationForm.tsx";
import {
  type Regulation,
  type RegulationPageData,
  regulationQuery,
  regulationsQuery,
} from "./regulations-query.ts";
import { StandingBadge } from "./StandingBadge.tsx";

/** One regulation: how it stands, and what cites it. */
export function RegulationPage({ regulationId }: { regulationId: string }) {
  const words = useRegulationsMessages();
  const query = useQuery(regulationQuery(regulationId));
  const { data: register } = useQuery(regulationsQuery);
  const [isEditing, setEditing] = useState(false);
  const { regulation } = query.data ?? {};
  const regulations = register?.regulations ?? [];
  return (
    <PageFrame title={regulation ? shortName(regulation) : words.title} back="/program/regulasi">
      {query.data && regulation ? (
        <>
          <h1>{longName(regulation)}</h1>
          <p>{words.about(regulation.about)}</p>
          <div className="row">
            <StandingBadge standing={regulation.standing} />
            {register?.mayEdit && (
              <Button icon="pencil" onClick={() => setEditing(true)}>
                {words.edit}
              </Button>
            )}
          </div>
          {!regulation.isConfirmed && (
            <Notice icon="warning" tone="wait">
              {`${words.unconfirmed}. ${words.unconfirmedWhy}`}
            </Notice>
          )}
          <Facts regulation={regulation} regulations={regulations} />
          <CitedIn {...query.data} />
          {isEditing && (
            <RegulationForm
              regulation={regulation}
              regulations={regulations}
              onClose={() => setEditing(false)}
            />
          )}
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

interface FactsProps {
  regulation: Regulation;
  regulations: readonly Regulation[];
}

function Facts({ regulation, regulations }: FactsProps) {
  const words = useRegulationsMessages();
  const [language] = useLanguage();
  const { id, inForceSince, withdrawnOn, replacedById } = regulation;
  const replacedBy = regulations.filter((each) => each.id === replacedById);
  const replaces = regulations.filter((each) => each.replacedById === id);
  return (
    <dl className="facts">
      <Fact name={words.since}>
        {inForceSince === null ? words.sinceUnknown : dayWords(inForceSince, language)}
      </Fact>
      {withdrawnOn !== null && (
        <Fact name={words.withdrawnOn}>{dayWords(withdrawnOn, language)}</Fact>
      )}
      {replacedBy.length > 0 && (
        <Fact name={words.replacedBy}>
          <Names regulations={replacedBy} />
        </Fact>
      )}
      {replaces.length > 0 && (
        <Fact name={words.replaces}>
          <Names regulations={replaces} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Names({ regulations }: { regulations: readonly Regulation[] }) {
  return (
    <ul>
      {regulations.map((each) => (
        <li key={each.id}>
          <Link href={`/program/regulasi/${each.id}`}>{longName(each)}</Link>
        </li>
      ))}
    </ul>
  );
}

function CitedIn({ regulation, citedIn, questions }: RegulationPageData) {
  const words = useRegulationsMessages();
  const { questions: sharing } = useSharingMessages();
  const { documentKinds } = useMessages();
  const isOver = regulation.standing === "replaced" || regulation.standing === "withdrawn";
  return (
    <section className="section" aria-labelledby="cited">
      <h2 id="cited">{words.citedTitle}</h2>
      {citedIn.length + questions.length === 0 ? (
        <p className="soft">{words.citedNowhere}</p>
      ) : (
        <>
          {isOver && (
            <Notice icon="warning" tone="wait">
              {words.citedOld}
            </Notice>
          )}
          <ul className="listed">
            {citedIn.map(({ documentId, title, kind, forumTitle, isInText, noteCount }) => (
              <li key={documentId} className="listed-item">
                <h3>
                  <Link className="whole-card-link" href={`/dokumen/${documentId}`}>
                    {title}
                  </Link>
                </h3>
                <p className="small soft">
                  {[
                    documentKinds[kind],
                    forumTitle,
                    isInText ? words.inText : null,
                    noteCount > 0 ? words.inNotes(noteCount) : null,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
            {questions.map(({ id, title }) => (
              <li key={id} className="listed-item">
                <h3>
                  <Link className="whole-card-link" href={`/program/tanya/${id}`}>
                    {title}
                  </Link>
                </h3>
                <p className="small soft">{sharing.title}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
