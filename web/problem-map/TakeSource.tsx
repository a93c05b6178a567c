import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { mapKey } from "./map-query.ts";

/** A source that was added by mistake goes, after a question: villages may go with it. */
export function TakeSource({ problemId, sourceId }: { problemId: string; sourceId: string }) {
  const { takeSource: words } = useProblemMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const taking = useMutation({
    mutationFn: () =>
      requireOk(
        api.problems[":problemId"].sources[":sourceId"].$delete({ param: { problemId, sourceId } }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: mapKey });
      setAsking(false);
    },
  });
  return (
    <>
      <p className="above-card-link">
        <Button icon="close" onClick={() => setAsking(true)}>
          {words.open}
        </Button>
      </p>
      {isAsking && (
        <ConfirmDialog
          title={words.title}
          confirm={words.sure}
          cancel={words.cancel}
          isDangerous
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={() => taking.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.body}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
