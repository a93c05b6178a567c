import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";

interface Props {
  title: string;
  confirm: string;
  /** The words that will be gone. */
  text: string;
  onTakeBack: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

export function TakeBackDialog({ title, confirm, text, onTakeBack, onDone, onClose }: Props) {
  const { thread: words } = useNotesMessages();
  const takeBack = useMutation({
    mutationFn: onTakeBack,
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      cancel={words.cancel}
      isDangerous
      isPending={takeBack.isPending}
      error={takeBack.error}
      onConfirm={() => takeBack.mutate()}
      onClose={onClose}
    >
      <p>{words.takeBackConsequence(text)}</p>
    </ConfirmDialog>
  );
}
