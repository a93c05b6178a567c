import "../design/forms.css";
import "./search.css";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { readQuery } from "../../domain/search/search-query.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Icon } from "../design/Icon.tsx";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { HitTitle } from "./HitTitle.tsx";
import { hitPath } from "./hit-path.ts";
import { Marked } from "./Marked.tsx";
import { noChoice, searchPath } from "./search-address.ts";
import { searchQuery } from "./search-query.ts";
import { useRecentSearches } from "./use-recent-searches.ts";
import { useTyped } from "./use-typed.ts";

const shownHits = 7;

/** The search that opens over every page. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const words = useSearchMessages();
  const [, navigate] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const recent = useRecentSearches();
  const [typed, setTyped] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const q = typed.trim();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (q === "") return;
    leave();
    navigate(searchPath(q));
  };
  const leave = () => {
    recent.add(q);
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={words.title}
      onClose={onClose}
      onKeyDown={moveFocus}
    >
      <form className="search-line" onSubmit={send}>
        <Icon name="search" />
        <input
          type="search"
          aria-label={words.field}
          placeholder={words.field}
          enterKeyHint="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button weight="quiet" icon="close" aria-label={words.close} onClick={onClose} />
      </form>
      {q === "" ? (
        <Recent searches={recent.searches} onChoose={setTyped} onForget={recent.forget} />
      ) : (
        <Found q={q} onLeave={leave} />
      )}
      <p className="small soft search-keys">{words.keys}</p>
    </dialog>
  );
}

interface RecentProps {
  searches: readonly string[];
  onChoose: (q: string) => void;
  onForget: () => void;
}

function Recent({ searches, onChoose, onForget }: RecentProps) {
  const words = useSearchMessages();
  if (searches.length === 0) return <p className="soft">{words.empty}</p>;
  return (
    <section className="section" aria-label={words.recent}>
      <h2 className="small soft">{words.recent}</h2>
      <ul className="search-found">
        {searches.map((each) => (
          <li key={each}>
            <button type="button" className="search-option" onClick={() => onChoose(each)}>
              {each}
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button weight="quiet" onClick={onForget}>
          {words.forget}
        </Button>
      </div>
    </section>
  );
}

function Found({ q, onLeave }: { q: string; onLeave: () => void }) {
  const words = useSearchMessages();
  const asked = useTyped(q);
  const isSearchable = readQuery(asked).length > 0;
  const query = useQuery({ ...searchQuery({ ...noChoice, q: asked }), enabled: isSearchable });
  if (query.isError) return <FailureLine error={query.error} />;
  if (!query.data) {
    return (
      <p className="soft" role="status">
        {isSearchable ? words.searching : words.empty}
      </p>
    );
  }
  const { hits, corrected, isPartly } = query.data;
  return (
    <>
      <p className="small soft" role="status">
        {hits.length === 0
          ? `${words.nothing(asked)} ${words.nothingTry}`
          : corrected !== null
            ? words.corrected(corrected)
            : isPartly
              ? words.partly
              : words.count(hits.length + query.data.next.length)}
      </p>
      <ul className="search-found">
        {hits.slice(0, shownHits).map((hit) => (
          <li key={hit.ref}>
            <Link href={hitPath(hit)} className="search-option" onClick={onLeave}>
              <span className="small soft">{words.kinds[hit.kind]}</span>
              <strong>
                <HitTitle hit={hit} />
              </strong>
              <span className="search-passage small">
                <Marked pieces={hit.passage} />
              </span>
            </Link>
          </li>
        ))}
        {hits.length > 0 && (
          <li>
            <Link href={searchPath(q)} className="search-option search-all" onClick={onLeave}>
              {words.all(q)}
            </Link>
          </li>
        )}
      </ul>
    </>
  );
}

/** Up and down walk through what is there, from the field to the last and back. */
function moveFocus(event: KeyboardEvent<HTMLDialogElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const { currentTarget } = event;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>("input, .search-option")];
  const at = stops.findIndex((each) => each.contains(document.activeElement));
  const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
