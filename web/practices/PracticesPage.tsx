import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import { themes } from "../../domain/statuses.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { type PracticeFilter, type PracticeList, practicesQuery } from "./practices-query.ts";

const noFilter: PracticeFilter = { theme: null, villageId: null, search: "" };

/** What the villages share, by theme and village. */
export function PracticesPage() {
  const words = usePracticesMessages();
  const { errors } = useMessages();
  const [filter, setFilter] = useState(noFilter);
  // Typing is not waited for.
  const asked = useDeferredValue(filter);
  const query = useQuery(practicesQuery(asked));
  const isFiltered = filter.theme !== null || filter.villageId !== null || filter.search !== "";
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
        <div className="stack">
          {query.data.mayShare && (
            <div className="row">
              <LinkButton href="/program/praktik/bagikan" weight="primary" icon="plus">
                {words.share}
              </LinkButton>
            </div>
          )}
          {query.data.practices.length === 0 && !isFiltered ? (
            <EmptyState icon="forum">
              {query.data.mayShare ? words.emptyVillage : words.empty}
            </EmptyState>
          ) : (
            <>
              <Filters filter={filter} villages={query.data.villages} onFilter={setFilter} />
              <Practices list={query.data} onShowAll={() => setFilter(noFilter)} />
            </>
          )}
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

const all = "";

interface FiltersProps {
  filter: PracticeFilter;
  villages: PracticeList["villages"];
  onFilter: (filter: PracticeFilter) => void;
}

function Filters({ filter, villages, onFilter }: FiltersProps) {
  const words = usePracticesMessages();
  const { themes: names } = useMessages();
  return (
    <search className="list-filters">
      <TextField
        label={words.search}
        hint={words.searchHint}
        type="search"
        maxLength={200}
        value={filter.search}
        onText={(search) => onFilter({ ...filter, search })}
      />
      <div className="filter-pair">
        <SelectField
          label={words.theme}
          value={filter.theme ?? all}
          options={[[all, words.allThemes], ...themes.map((each) => [each, names[each]] as const)]}
          onChoose={(theme) => onFilter({ ...filter, theme: theme === all ? null : theme })}
        />
        <SelectField
          label={words.village}
          value={filter.villageId ?? all}
          options={[
            [all, words.allVillages],
            ...villages.map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(villageId) => onFilter({ ...filter, villageId: villageId || null })}
        />
      </div>
    </search>
  );
}

interface PracticesProps {
  list: PracticeList;
  onShowAll: () => void;
}

function Practices({ list: { practices }, onShowAll }: PracticesProps) {
  const words = usePracticesMessages();
  const { themes: names } = useMessages();
  if (practices.length === 0) {
    return (
      <div className="row" role="status">
        <p>{words.nothingFound}</p>
        <Button onClick={onShowAll}>{words.showAll}</Button>
      </div>
    );
  }
  return (
    <>
      <p className="small soft" role="status">
        {words.count(practices.length)}
      </p>
      <ul className="listed">
        {practices.map(({ id, title, theme, beginning, village, adoptionCount }) => (
          <li key={id} className="listed-item">
            <p className="row small">
              <VillageBadge village={village} />
              <span className="soft">{names[theme]}</span>
            </p>
            <h2>
              <Link className="whole-card-link" href={`/program/praktik/${id}`}>
                {title}
              </Link>
            </h2>
            <p>{beginning}</p>
            {adoptionCount > 0 && <p className="small soft">{words.appliedBy(adoptionCount)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
