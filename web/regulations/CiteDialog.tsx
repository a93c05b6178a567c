import "../register/register.css";
import "./citation.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { shortName } from "../../domain/regulations.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { foundRegulations } from "./found-regulations.ts";
import { type Regulation, regulationsQuery } from "./regulations-query.ts";
import { StandingBadge } from "./StandingBadge.tsx";

interface Props {
  isForNote?: boolean;
  onChoose: (regulation: Regulation) => void;
  onClose: () => void;
}

/** Asks which regulation of the register is meant. */
export default function CiteDialog({ isForNote = false, onChoose, onClose }: Props) {
  const words = useRegulationsMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const query = useQuery(regulationsQuery);
  const [search, setSearch] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const regulations = query.data?.regulations ?? [];
  const hint = isForNote ? words.cite.noteHint : words.cite.hint;
  const found = foundRegulations(regulations, search);
  return (
    <dialog
      ref={dialog}
      className="form-dialog"
      aria-label={words.cite.title}
      onClose={onClose}
      // It may stand inside of a form, which would take the choice for its own.
      onSubmit={(event) => event.stopPropagation()}
    >
      <div className="form">
        <h2>{words.cite.title}</h2>
        <p className="soft small">
          {regulations.length > 0 || !query.data ? hint : words.cite.empty}
        </p>
        {query.data ? (
          regulations.length > 0 && (
            <>
              <TextField
                label={words.search}
                type="search"
                value={search}
                onText={setSearch}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  if (found[0]) onChoose(found[0]);
                }}
              />
              {found.length === 0 ? (
                <p role="status">{words.nothingFound}</p>
              ) : (
                <ul className="regulation-choices">
                  {found.map((regulation) => (
                    <li key={regulation.id}>
                      <button
                        type="button"
                        className="regulation-choice"
                        onClick={() => onChoose(regulation)}
                      >
                        <span className="row">
                          <strong>{shortName(regulation)}</strong>
                          <StandingBadge standing={regulation.standing} />
                        </span>
                        <span className="small">{words.about(regulation.about)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )
        ) : query.isError ? (
          <FailureLine error={query.error} />
        ) : (
          <Skeleton rows={3} />
        )}
        <div className="row">
          <Button weight="quiet" onClick={onClose}>
            {words.cite.cancel}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
