import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { type PracticePageData, practicesKey } from "./practices-query.ts";

/** Which villages apply a practice, and what they changed of it. */
export function Adoptions({ data }: { data: PracticePageData }) {
  const words = usePracticesMessages();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const [isAdopting, setAdopting] = useState(false);
  const { practice, adoptions, may } = data;
  const own = adoptions.find(({ village }) => village.id === person.village?.id);
  const undoing = useMutation({
    mutationFn: () =>
      requireOk(
        api.practices[":practiceId"].adoption.$delete({ param: { practiceId: practice.id } }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: practicesKey }),
  });
  return (
    <section className="section" aria-labelledby="adoptions">
      <h2 id="adoptions">{words.adoptions}</h2>
      {adoptions.length === 0 ? (
        <p className="soft">{words.nobodyYet}</p>
      ) : (
        <ul className="listed">
          {adoptions.map(({ village, changes }) => (
            <li key={village.id} className="listed-item">
              <p className="small">
                <VillageBadge village={village} />
              </p>
              <p className="said">{changes || words.unchanged}</p>
            </li>
          ))}
        </ul>
      )}
      {own && <p role="status">{words.adopted}</p>}
      <FailureLine error={undoing.error} />
      {(may.adopt || own) && (
        <div className="row">
          {may.adopt && (
            <Button
              weight={own ? "secondary" : "primary"}
              icon={own ? "pencil" : "check"}
              onClick={() => setAdopting(true)}
            >
              {own ? words.changeAdoption : words.adopt}
            </Button>
          )}
          {own && (
            <Button
              weight="quiet"
              icon="undo"
              aria-busy={undoing.isPending}
              onClick={() => undoing.isPending || undoing.mutate()}
            >
              {words.undo}
            </Button>
          )}
        </div>
      )}
      {isAdopting && (
        <AdoptDialog
          practiceId={practice.id}
          known={own?.changes ?? null}
          onClose={() => setAdopting(false)}
        />
      )}
    </section>
  );
}

interface AdoptDialogProps {
  practiceId: string;
  /** What the village said before; null where it said nothing. */
  known: string | null;
  onClose: () => void;
}

function AdoptDialog({ practiceId, known, onClose }: AdoptDialogProps) {
  const { adoption: words } = usePracticesMessages();
  const queryClient = useQueryClient();
  const hintId = useId();
  const form = useKeptForm(`adoption ${practiceId}`, { changes: known ?? "", basedOn: known });
  const { changes, basedOn } = form.typed;
  const adopting = useMutation({
    mutationFn: () =>
      requireOk(
        api.practices[":practiceId"].adoption.$put({
          param: { practiceId },
          json: { changes, basedOn },
        }),
      ),
    onSuccess: () => {
      form.clear();
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: practicesKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: adopting.error, known, basedOn },
    onSeen: (seen) => form.set({ ...form.typed, basedOn: seen }),
  });
  return (
    <FormDialog
      title={words.title}
      send={words.send}
      cancel={words.cancel}
      isPending={adopting.isPending}
      error={adopting.error}
      onSend={() => adopting.mutate()}
      onClose={onClose}
    >
      <MeanwhileWords lines={meanwhile === null ? [] : [meanwhile]} />
      <label className="field">
        {words.question}
        <textarea
          rows={4}
          maxLength={1500}
          value={changes}
          aria-describedby={hintId}
          onChange={(event) => form.set({ ...form.typed, changes: event.target.value })}
        />
        <span id={hintId} className="field-hint">
          {words.hint}
        </span>
      </label>
    </FormDialog>
  );
}
