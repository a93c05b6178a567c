import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { statusEn } from "../messages/status-en.ts";
import { statusId } from "../messages/status-id.ts";
import { catalogue } from "../messages/use-messages.ts";

const useStatusMessages = catalogue({ id: statusId, en: statusEn });

interface Step {
  button: string;
  question: string;
  consequence: string;
}

interface Props<S extends string> {
  moves: readonly S[];
  steps: (words: typeof statusId) => Partial<Record<S, Step>>;
  onMove: (to: S) => Promise<unknown>;
  isEnding: (to: S) => boolean;
}

/** The next steps of a forum or a document, for who may take them. */
export function StatusMoves<S extends string>({ moves, steps, onMove, isEnding }: Props<S>) {
  const words = useStatusMessages();
  const [chosen, setChosen] = useState<S | null>(null);
  const queryClient = useQueryClient();
  const move = useMutation({
    mutationFn: onMove,
    onSuccess: () => setChosen(null),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const texts = steps(words);
  const step = chosen === null ? undefined : texts[chosen];
  const close = () => {
    setChosen(null);
    move.reset();
  };
  return (
    <>
      <div className="row">
        {moves.map((to) => (
          <Button key={to} onClick={() => setChosen(to)}>
            {texts[to]?.button}
          </Button>
        ))}
      </div>
      {chosen !== null && step && (
        <ConfirmDialog
          title={step.question}
          confirm={step.button}
          cancel={words.cancel}
          isDangerous={isEnding(chosen)}
          isPending={move.isPending}
          error={move.error}
          onConfirm={() => move.mutate(chosen)}
          onClose={close}
        >
          <p>{step.consequence}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
