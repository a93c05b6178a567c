import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

interface Props {
  data: ForumPageData;
  item: ForumPageData["agenda"][number];
  onRemoved: () => unknown;
}

/** Takes an item off the agenda, and says beforehand what stays. */
export function AgendaItemRemoval({ data, item, onRemoved }: Props) {
  const { agenda: words, cancel } = usePrepareMessages();
  const [isAsked, setAsked] = useState(false);
  const { id: forumId, status } = data.forum;
  const removing = useMutation({
    mutationFn: () =>
      requireOk(
        api.forums[":forumId"].agenda[":itemId"].$delete({ param: { forumId, itemId: item.id } }),
      ),
    onSuccess: () => onRemoved(),
  });
  return (
    <>
      <Button weight="danger" onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={words.removeSure(item.title)}
          confirm={words.remove}
          cancel={cancel}
          isDangerous
          isPending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={() => {
            setAsked(false);
            removing.reset();
          }}
        >
          <p>{words.removeKept}</p>
          {status === "inSession" && <p>{words.removeCurrent}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
