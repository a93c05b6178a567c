import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { homeQuery } from "../home/home-query.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { announcementsKey } from "./announcements-query.ts";

/** Says that somebody has read an announcement. */
export function ReadButton({ id, title }: { id: string; title: string }) {
  const { announcements: words } = useSharingMessages();
  const queryClient = useQueryClient();
  const reading = useMutation({
    mutationFn: () =>
      requireOk(
        api.announcements[":announcementId"].reading.$put({ param: { announcementId: id } }),
      ),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: announcementsKey }),
        queryClient.invalidateQueries(homeQuery),
      ]),
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
