import "./redaction.css";
import { useEffect, useRef, useState } from "react";
import { minRedactedLetters } from "../../domain/redacted-words.ts";
import { type RedactionReason, redactionReasons } from "../../domain/statuses.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { Consequences } from "./Consequences.tsx";
import { OccurrenceList } from "./OccurrenceList.tsx";
import { PartNotice } from "./PartNotice.tsx";
import { type RedactionWay, useRedaction } from "./use-redaction.ts";

interface Props {
  documentId: string;
  way: RedactionWay;
  /** Whether somebody has it before them or signed it. */
  isSubmitted: boolean;
  /** What was selected or searched for; empty where nothing was. */
  words: string;
  onClose: () => void;
}

const maxShown = 500;

/** Words become bars everywhere: where they are, why they go, and what that means. */
export default function RedactionDialog({
  documentId,
  way,
  isSubmitted,
  words: given,
  onClose,
}: Props) {
  const messages = useRedactionMessages();
  const [words, setWords] = useState(given);
  const [reasonKind, setKind] = useState<RedactionReason>("nik");
  const [reason, setReason] = useState("");
  const { search, found, left, leave, send, letters, isOnlyBeside } = useRedaction(documentId, way);
  // What is typed is searched for when asked: the button that searches is the one that removes next.
  const looked = useRef(given.trim().length < minRedactedLetters);
  const wanted = words.trim();
  const canSearch = wanted.length >= minRedactedLetters;
  useEffect(() => {
    if (looked.current || !canSearch) return;
    looked.current = true;
    search.mutate(wanted);
  });
  const isFound = found !== null && found.words === wanted && !search.isPending;
  const canSend = isFound && letters > 0;
  const act = () => {
    if (canSend) send.mutate({ reasonKind, reason: reason.trim() });
    else if (canSearch && !isFound) search.mutate(wanted);
  };
  if (send.data) {
    const said = way === "redact" ? messages.done : messages.proposed;
    return (
      <FormDialog
        title={messages.button}
        send={null}
        cancel={messages.close}
        isPending={false}
        error={null}
        onSend={onClose}
        onClose={onClose}
      >
        <p role="status">{said(send.data.units)}</p>
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={messages.button}
      send={canSend ? messages[way](letters) : isFound ? null : messages.search}
      cancel={messages.cancel}
      icon={null}
      isDangerous={canSend && way === "redact"}
      isPending={search.isPending || send.isPending}
      error={send.error ?? search.error}
      onSend={act}
      onClose={onClose}
    >
      <TextField
        label={messages.words}
        hint={messages.wordsHint}
        value={words}
        onText={setWords}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (canSearch && !isFound) search.mutate(wanted);
        }}
        minLength={minRedactedLetters}
        maxLength={200}
        autoComplete="off"
        required
      />
      {search.isPending && <p role="status">{messages.searching}</p>}
      {isFound && (
        <>
          <p role="status">
            {found.occurrences.length > 0
              ? messages.found(found.occurrences.length)
              : isOnlyBeside
                ? messages.noneInText
                : messages.none}{" "}
            {found.occurrences.length >= maxShown && messages.foundMost(maxShown)}
          </p>
          <OccurrenceList occurrences={found.occurrences} left={left} onLeave={leave} />
          <PartNotice
            occurrences={found.occurrences}
            onWhole={(whole) => {
              setWords(whole);
              search.mutate(whole);
            }}
          />
          {found.beside.rows > 0 && <p>{messages.elsewhere(found.beside.rows)}</p>}
          {found.beside.links > 0 && <p>{messages.links(found.beside.links)}</p>}
          {found.occurrences.length > 0 && isOnlyBeside && <p>{messages.onlyBeside}</p>}
        </>
      )}
      {canSend && (
        <>
          <SelectField
            label={messages.kind}
            value={reasonKind}
            options={redactionReasons.map((each) => [each, messages.kinds[each]] as const)}
            onChoose={setKind}
          />
          <TextField
            label={messages.reason}
            hint={messages.reasonHint}
            value={reason}
            onText={setReason}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
            maxLength={500}
            autoComplete="off"
            required={reasonKind === "other"}
          />
          <Consequences way={way} isSubmitted={isSubmitted} />
        </>
      )}
      {send.isPending && <p role="status">{messages.working}</p>}
    </FormDialog>
  );
}
