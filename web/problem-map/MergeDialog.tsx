import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { heaviest } from "../../domain/problems/scales.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { mapKey } from "./map-query.ts";
import { isNamed, ProblemFields, type ProblemWords } from "./ProblemFields.tsx";
import type { ListedProblem } from "./problem-query.ts";

interface Props {
  parts: readonly ListedProblem[];
  onClose: () => void;
}

/** Several problems under one name, as heavy as the heaviest of them. */
export function MergeDialog({ parts, onClose }: Props) {
  const { merge: words, form } = useProblemMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  // What was seen when the dialog opened is what the merge is based on.
  const [seen] = useState(() => parts.map(({ id, revision }) => ({ id, revision })));
  const [id] = useState(() => crypto.randomUUID());
  const [isMissing, setMissing] = useState(false);
  const [typed, setTyped] = useState<ProblemWords>(() => ({
    title: parts[0]?.title ?? "",
    note: "",
    theme: parts[0]?.theme ?? "planning",
    ...heaviest(parts),
  }));
  const merging = useMutation({
    mutationFn: () => requireOk(api.problems.merges.$post({ json: { ...typed, id, parts: seen } })),
    onSuccess: () => go(`/program/peta/masalah/${id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  return (
    <FormDialog
      title={words.title(seen.length)}
      send={words.send}
      cancel={words.cancel}
      icon="link"
      isPending={merging.isPending}
      error={merging.error}
      onSend={() => {
        setMissing(!isNamed(typed));
        if (isNamed(typed)) merging.mutate();
      }}
      onClose={onClose}
    >
      <p className="small">{words.intro}</p>
      <ul className="small plain-list">
        {parts.map((part) => (
          <li key={part.id}>{part.title}</li>
        ))}
      </ul>
      <ProblemFields typed={typed} onChange={setTyped} />
      {isMissing && (
        <p role="alert" className="failure-line">
          {form.missing}
        </p>
      )}
    </FormDialog>
  );
}
