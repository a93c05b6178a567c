import "../forums/DoorPage.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { attendanceCodeQuery, presentAddress, spacedCode } from "./attendance-code-query.ts";

/** For the back of the hall: QR and digits, which the server changes. */
export function AttendanceCode({ forumId, onClose }: { forumId: string; onClose: () => void }) {
  const { code: words } = useAttendanceMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { data, error, refetch } = useQuery(attendanceCodeQuery(forumId));
  return (
    <dialog ref={dialog} className="projected" aria-label={words.title} onClose={onClose}>
      {data ? (
        <QrCode text={presentAddress(forumId, data.code)} label={words.qr} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
      <div className="projected-words">
        <h2>{words.title}</h2>
        {data && <p className="hall-code">{words.digits(spacedCode(data.code))}</p>}
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
