import "../program/program.css";
import "./search.css";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "wouter";
import { isStatus } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { Choices } from "./Choices.tsx";
import { HitList } from "./HitList.tsx";
import {
  isNarrowed,
  noChoice,
  readAddress,
  type SearchAddress,
  writeAddress,
} from "./search-address.ts";
import { searchQuery } from "./search-query.ts";
import { useRecentSearches } from "./use-recent-searches.ts";

/** A search with its choices, all of it in the address. */
export default function SearchPage() {
  const words = useSearchMessages();
  const [search, setSearch] = useSearchParams();
  const address = readAddress(search);
  const recent = useRecentSearches();
  const [typed, setTyped] = useState(address.q);
  // Another search came into the address, from the dialog or by going back.
  const [seen, setSeen] = useState(address.q);
  if (seen !== address.q) {
    setSeen(address.q);
    setTyped(address.q);
  }
  const show = (next: Partial<SearchAddress>) =>
    setSearch(writeAddress({ ...address, q: typed.trim(), ...next }), { replace: true });
  const send = (event: FormEvent) => {
    event.preventDefault();
    recent.add(typed);
    show({});
  };
  return (
    <PageFrame title={words.title} back="/">
      <h1>{words.title}</h1>
      <search className="stack">
        <form className="search-form" onSubmit={send}>
          <TextField
            label={words.field}
            hint={words.hint}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            value={typed}
            onText={setTyped}
          />
          <Button type="submit" weight="primary" icon="search">
            {words.send}
          </Button>
        </form>
        <Choices address={address} onChoose={show} />
        {isNarrowed(address) && (
          <div className="row">
            <Button weight="quiet" icon="close" onClick={() => show(noChoice)}>
              {words.clear}
            </Button>
          </div>
        )}
      </search>
      {address.q === "" ? (
        <EmptyState icon="search">{words.empty}</EmptyState>
      ) : (
        <Results address={address} />
      )}
    </PageFrame>
  );
}

function Results({ address }: { address: SearchAddress }) {
  const words = useSearchMessages();
  const query = useQuery(searchQuery(address));
  if (query.isError) {
    // What cannot be searched for is told in words, and there is nothing to try again.
    return isStatus(query.error, 422) ? (
      <FailureLine error={query.error} />
    ) : (
      <ErrorState error={query.error} onRetry={query.refetch} />
    );
  }
  if (!query.data || query.isPlaceholderData) return <Skeleton rows={4} />;
  const { hits, corrected, isPartly } = query.data;
  if (hits.length === 0) {
    return (
      <EmptyState icon="search" title={words.nothing(address.q)}>
        {words.nothingTry}
        {isNarrowed(address) && ` ${words.nothingFiltered}`}
      </EmptyState>
    );
  }
  const shownFor = corrected ?? address.q;
  return (
    <section className="stack" aria-label={words.title}>
      {corrected !== null && <Notice icon="search">{words.corrected(corrected)}</Notice>}
      {isPartly && <Notice icon="search">{words.partly}</Notice>}
      <HitList key={query.dataUpdatedAt} q={shownFor} answer={query.data} />
    </section>
  );
}
