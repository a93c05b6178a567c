import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { questionsKey } from "./questions-query.ts";

interface Props {
  name: string;
  question: string;
  consequence: string;
  withdraw: () => Promise<unknown>;
  onDone?: () => void;
}

/** Takes a question or an answer back, after it was asked. */
export function Withdrawal({ name, question, consequence, withdraw, onDone }: Props) {
  const { question: words } = useSharingMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const withdrawing = useMutation({
    mutationFn: withdraw,
    onSuccess: () => {
      setAsking(false);
      onDone?.();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: questionsKey }),
  });
  return (
    <>
      <Button weight="quiet" icon="close" onClick={() => setAsking(true)}>
        {name}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={question}
          confirm={name}
          cancel={words.keep}
          isDangerous
          isPending={withdrawing.isPending}
          error={withdrawing.error}
          onConfirm={() => withdrawing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{consequence}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
