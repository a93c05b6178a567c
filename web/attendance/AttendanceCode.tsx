import "../forums/DoorPage.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";

/** After the server's clock has surely turned. */
const marginMs = 1000;
const askAgainMs = 15_000;

/** For the back of the hall: QR and digits, which the server changes. */
export function AttendanceCode({ forumId, onClose }: { forumId: string; onClose: () => void }) {
  const { code: words } = useAttendanceMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { data, error, refetch } = useQuery({
    queryKey: ["attendance-code", forumId],
    queryFn: () =>
      readResponse(api.forums[":forumId"].attendance.code.$get({ param: { forumId } })),
    refetchInterval: ({ state }) => (state.data ? state.data.changesInMs + marginMs : askAgainMs),
    // The projector's window is not the one that somebody types in.
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  return (
    <dialog ref={dialog} className="projected" aria-label={words.title} onClose={onClose}>
      {data ? (
        <QrCode text={`${location.origin}/hadir/${forumId}#${data.code}`} label={words.qr} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
      <div className="projected-words">
        <h2>{words.title}</h2>
        {data && (
          <p className="hall-code">
            {words.digits(`${data.code.slice(0, 3)} ${data.code.slice(3)}`)}
          </p>
        )}
        <ol className="steps">
          {words.steps.map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        <p className="soft">{words.changes}</p>
        <Button icon="close" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </dialog>
  );
}
