import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { shortName } from "../../domain/regulations.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { TextField } from "../design/TextField.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { foundRegulations } from "./found-regulations.ts";
import { RegulationForm } from "./RegulationForm.tsx";
import { type Register, type Regulation, regulationsQuery } from "./regulations-query.ts";
import { StandingBadge } from "./StandingBadge.tsx";
import { standingWords } from "./standing-words.ts";

/** The register: what is in force, and what no longer is. */
export function RegulationsPage() {
  const words = useRegulationsMessages();
  const { errors } = useMessages();
  const query = useQuery(regulationsQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {query.isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      {query.data ? (
        <Content register={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Content({ register: { regulations, mayEdit } }: { register: Register }) {
  const words = useRegulationsMessages();
  const [isAdding, setAdding] = useState(false);
  const [search, setSearch] = useState("");
  const [isInForce, setInForce] = useState(false);
  const found = foundRegulations(regulations, search).filter(
    ({ standing }) => !isInForce || standing === "inForce",
  );
  return (
    <div className="stack">
      {mayEdit && (
        <div className="row">
          <Button weight="primary" icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {regulations.length === 0 ? (
        <EmptyState icon="document">{mayEdit ? words.emptyEditor : words.empty}</EmptyState>
      ) : (
        <>
          <div className="list-filters">
            <TextField
              label={words.search}
              hint={words.searchHint}
              type="search"
              value={search}
              onText={setSearch}
            />
            <label className="tick">
              <input
                type="checkbox"
                checked={isInForce}
                onChange={(event) => setInForce(event.target.checked)}
              />
              {words.onlyInForce}
            </label>
          </div>
          <p className="small soft" role="status">
            {found.length === 0 ? words.nothingFound : words.count(found.length)}
          </p>
          <ul className="listed">
            {found.map((regulation) => (
              <RegulationItem
                key={regulation.id}
                regulation={regulation}
                regulations={regulations}
              />
            ))}
          </ul>
        </>
      )}
      {isAdding && (
        <RegulationForm
          regulation={null}
          regulations={regulations}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

interface ItemProps {
  regulation: Regulation;
  regulations: readonly Regulation[];
}

function RegulationItem({ regulation, regulations }: ItemProps) {
  const words = useRegulationsMessages();
  const [language] = useLanguage();
  const standing = standingWords(regulation, regulations, words, language);
  return (
    <li className="listed-item">
      <p className="row">
        <StandingBadge standing={regulation.standing} />
        {!regulation.isConfirmed && (
          <StatusBadge tone="wait" icon="warning">
            {words.unconfirmed}
          </StatusBadge>
        )}
      </p>
      <h2>
        <Link className="whole-card-link" href={`/program/regulasi/${regulation.id}`}>
          {shortName(regulation)}
        </Link>
      </h2>
      <p>{words.about(regulation.about)}</p>
      {standing && <p className="small soft">{standing}</p>}
    </li>
  );
}
