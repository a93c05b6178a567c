import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { Skeleton } from "../design/Skeleton.tsx";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { PracticeForm } from "./PracticeForm.tsx";
import { type PracticePageData, practicesKey } from "./practices-query.ts";

interface Props extends Pick<PracticePageData, "practice"> {
  onClose: () => void;
}

/** Changes what the person's village shared. */
export function EditPractice({ practice, onClose }: Props) {
  const { form } = usePracticesMessages();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const { id: practiceId, village: _, at: __, changedAt, ...shared } = practice;
  const draft = useDeviceDraft(person.id, `practice ${practiceId} ${changedAt}`, () => shared);
  const { typed } = draft;
  const close = () => {
    draft.clear();
    onClose();
  };
  const saving = useMutation({
    mutationFn: (words: typeof shared) =>
      requireOk(
        api.practices[":practiceId"].$put({
          param: { practiceId },
          json: { ...words, basedOn: changedAt },
        }),
      ),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: practicesKey }),
  });
  if (typed === null) return <Skeleton rows={4} />;
  return (
    <div className="stack">
      <h1>{form.editTitle}</h1>
      <PracticeForm
        typed={typed}
        send={form.save}
        isPending={saving.isPending}
        error={saving.error}
        onChange={draft.set}
        onSend={() => saving.mutate(typed)}
        onCancel={close}
      />
    </div>
  );
}
