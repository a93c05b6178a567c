import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { announcementsKey } from "./unread-query.ts";

/** Says that somebody has read an announcement. */
export function ReadButton({ id, title }: { id: string; title: string }) {
  const { announcements: words } = useSharingMessages();
  const queryClient = useQueryClient();
  const reading = useMutation({
    mutationFn: () =>
      requireOk(
        api.announcements[":announcementId"].reading.$put({ param: { announcementId: id } }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: announcementsKey }),
  });
  return (
    <>
      <Button
        icon="check"
        aria-label={words.readNamed(title)}
        aria-busy={reading.isPending}
        onClick={() => reading.isPending || reading.mutate()}
      >
        {words.read}
      </Button>
      <FailureLine error={reading.error} />
    </>
  );
}
