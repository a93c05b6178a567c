import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { isTaken, type useLead } from "./use-lead.ts";
import type { Session } from "./use-session.ts";

interface Props {
  session: Session;
  leading: ReturnType<typeof useLead>;
}

/** To lead from this page; from somebody else only by a named confirmation. */
export function LeadButtons({ session, leading: { isLeading, take, stop } }: Props) {
  const { lead: words } = useSessionMessages();
  const lead = session.view.parts?.lead ?? null;
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    take.reset();
  };
  const begin = () => {
    if (take.isPending) return;
    take.mutate(null, { onError: (error) => setAsking(isTaken(error)) });
  };
  return (
    <>
      {isLeading ? (
        <>
          <Button onClick={begin}>{words.call}</Button>
          <Button weight="quiet" onClick={() => stop.isPending || stop.mutate()}>
            {words.stop}
          </Button>
        </>
      ) : (
        <Button aria-busy={take.isPending} onClick={begin}>
          {words.start}
        </Button>
      )}
      {!isAsking && !isTaken(take.error) && <FailureLine error={take.error ?? stop.error} />}
      {isAsking && lead && (
        <ConfirmDialog
          title={words.takeTitle(lead.name)}
          confirm={words.take(lead.name)}
          cancel={words.cancel}
          isPending={take.isPending}
          error={isTaken(take.error) ? null : take.error}
          onConfirm={() => take.mutate(lead.id, { onSuccess: close })}
          onClose={close}
        >
          <p>{words.takeText(lead.name)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
