import "../program/program.css";
import "./search.css";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { libraryKinds } from "../../domain/search/searched-kinds.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { Choices } from "./Choices.tsx";
import { HitList } from "./HitList.tsx";
import {
  isNarrowed,
  noChoice,
  readAddress,
  type SearchAddress,
  searchPath,
  writeAddress,
} from "./search-address.ts";
import { libraryQuery } from "./search-query.ts";
import { useRecentSearches } from "./use-recent-searches.ts";

/** The place "Perpustakaan": what is finished, by kind, theme, village and year. */
export default function LibraryPage() {
  const words = useSearchMessages();
  const { errors } = useMessages();
  const [search, setSearch] = useSearchParams();
  const address: SearchAddress = { ...readAddress(search), q: "", status: null };
  const query = useQuery(libraryQuery(address));
  const show = (next: Partial<SearchAddress>) =>
    setSearch(writeAddress({ ...address, ...next }), { replace: true });
  return (
    <PageFrame title={words.library}>
      <h1>{words.library}</h1>
      <p>{words.libraryIntro}</p>
      <SearchForm />
      {query.isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      <Choices address={address} kinds={libraryKinds} hasStatus={false} onChoose={show} />
      {query.data && !query.isPlaceholderData ? (
        query.data.hits.length > 0 ? (
          <section className="stack" aria-label={words.library}>
            <HitList key={query.dataUpdatedAt} q="" answer={query.data} />
          </section>
        ) : isNarrowed(address) ? (
          <EmptyState icon="library">
            {words.libraryNothing}{" "}
            <Button weight="quiet" onClick={() => show(noChoice)}>
              {words.clear}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState icon="library">{words.libraryEmpty}</EmptyState>
        )
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function SearchForm() {
  const words = useSearchMessages();
  const [, navigate] = useLocation();
  const recent = useRecentSearches();
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    recent.add(typed);
    navigate(searchPath(typed.trim()));
  };
  return (
    <search>
      <form className="search-form" onSubmit={send}>
        <TextField
          label={words.field}
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
    </search>
  );
}
