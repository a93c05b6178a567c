import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { announcementsKey } from "./announcements-query.ts";

export function WithdrawAnnouncement({ id, title }: { id: string; title: string }) {
  const { announcements: words } = useSharingMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () =>
      requireOk(api.announcements[":announcementId"].$delete({ param: { announcementId: id } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: announcementsKey }),
  });
  return (
    <>
      <Button weight="quiet" icon="close" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.withdrawQuestion(title)}
          confirm={words.withdraw}
          cancel={words.keep}
          isDangerous
          isPending={withdrawing.isPending}
          error={withdrawing.error}
          onConfirm={() => withdrawing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.withdrawConsequence}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
