import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { themes } from "../../domain/statuses.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { allProblems, filterIn, listAddress } from "./list-address.ts";
import { mapQuery } from "./map-query.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import { ProblemSelection } from "./ProblemSelection.tsx";
import {
  type ListedProblem,
  type ProblemFilter,
  type ProblemList,
  problemsQuery,
} from "./problem-query.ts";

/** The problems of a cell of the map, or all of them. */
export default function ProblemListPage() {
  const { list: words } = useProblemMessages();
  const search = useSearch();
  const filter = filterIn(search);
  const [pages, setPages] = useState(1);
  const { data, isError, error, refetch } = useQuery(problemsQuery(filter, pages));
  return (
    <PageFrame title={words.title} back="/program/peta">
      <h1>{words.title}</h1>
      <div className="stack">
        <Filters filter={filter} onFilter={() => setPages(1)} />
        {data ? (
          <Problems
            key={search}
            data={data}
            isFiltered={listAddress(filter) !== listAddress({ order: filter.order })}
            onMore={() => setPages(pages + 1)}
          />
        ) : isError ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : (
          <Skeleton rows={4} />
        )}
      </div>
    </PageFrame>
  );
}

const all = "";

function Filters({ filter, onFilter }: { filter: ProblemFilter; onFilter: () => void }) {
  const { list: words, states } = useProblemMessages();
  const { themes: names } = useMessages();
  const [, go] = useLocation();
  const { data: map } = useQuery(mapQuery);
  const change = (part: Partial<ProblemFilter>) => {
    onFilter();
    go(listAddress({ ...filter, ...part }), { replace: true });
  };
  return (
    <search className="list-filters">
      <SelectField
        label={words.theme}
        value={filter.theme ?? all}
        options={[[all, words.allThemes], ...themes.map((each) => [each, names[each]] as const)]}
        onChoose={(theme) => change({ theme: theme === all ? null : theme })}
      />
      <SelectField
        label={words.village}
        value={filter.village ?? all}
        options={[
          [all, words.allVillages],
          ["shared", words.shared],
          ["none", words.without],
          ...(map?.villages ?? []).map(({ id, name }) => [id, name] as const),
        ]}
        onChoose={(village) => change({ village: village || null })}
      />
      <SelectField
        label={words.state}
        value={filter.state}
        options={(["living", "setAside", "merged"] as const).map(
          (each) => [each, states[each]] as const,
        )}
        onChoose={(state) => change({ state })}
      />
      <SelectField
        label={words.order}
        value={filter.order}
        options={(["weight", "villages", "newest"] as const).map(
          (each) => [each, words.orders[each]] as const,
        )}
        onChoose={(order) => change({ order })}
      />
    </search>
  );
}

interface ProblemsProps {
  data: ProblemList;
  isFiltered: boolean;
  onMore: () => void;
}

function Problems({ data: { problems, count, mayEdit }, isFiltered, onMore }: ProblemsProps) {
  const { list: words } = useProblemMessages();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ListedProblem[]>([]);
  // As they stand now: what another facilitator merged meanwhile is chosen no more.
  const stillThere = chosen.flatMap(({ id }) => problems.find((each) => each.id === id) ?? []);
  const choose = (problem: ListedProblem, isChosen: boolean) =>
    setChosen(
      isChosen ? [...stillThere, problem] : stillThere.filter(({ id }) => id !== problem.id),
    );
  if (count === 0) {
    return (
      <div className="row" role="status">
        <p>{words.nothing}</p>
        {isFiltered && (
          <Button onClick={() => go(listAddress(allProblems))}>{words.showAll}</Button>
        )}
      </div>
    );
  }
  return (
    <>
      <p className="small soft" role="status">
        {words.count(count)}
        {mayEdit && ` · ${words.chooseHint}`}
      </p>
      <ul className="listed">
        {problems.map((problem) => (
          <ProblemItem
            key={problem.id}
            problem={problem}
            isChosen={stillThere.some(({ id }) => id === problem.id)}
            {...(mayEdit && problem.state === "living" && { onChoose: choose })}
          />
        ))}
      </ul>
      {problems.length < count && (
        <div className="row">
          <Button icon="down" onClick={onMore}>
            {words.more}
          </Button>
        </div>
      )}
      {mayEdit && <ProblemSelection chosen={stillThere} onClear={() => setChosen([])} />}
    </>
  );
}
