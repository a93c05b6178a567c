import { useState } from "react";
import { countAttendance } from "../../domain/attendance.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { AttendanceCode } from "./AttendanceCode.tsx";
import type { AttendanceData } from "./attendance-query.ts";

/** What the list adds up to, and what hangs on the wall or lies on the table. */
export function AttendanceSummary({ forumId, data }: { forumId: string; data: AttendanceData }) {
  const words = useAttendanceMessages();
  const [isCodeShown, setCodeShown] = useState(false);
  const { quorum, moment } = data;
  const { present, excused, absent, unseen } = countAttendance(data.people);
  const isCounted = moment !== "notYet" && moment !== "cancelled";
  return (
    <section className="section" aria-label={words.title}>
      {isCounted && (
        <>
          <p className="quorum" data-reached={quorum.isReached}>
            <Icon name={quorum.isReached ? "check" : "people"} />
            {words.quorum(quorum.present, quorum.invited, quorum.isReached)}
          </p>
          <p>{words.counts(present, excused, absent, unseen)}</p>
          <p className="small soft">{words.quorumRule}</p>
        </>
      )}
      {moment !== "open" && <p>{words.moments[moment]}</p>}
      <div className="row">
        {data.mayShowCode && (
          <Button weight="primary" icon="people" onClick={() => setCodeShown(true)}>
            {words.showCode}
          </Button>
        )}
        {moment !== "cancelled" && (
          <LinkButton href={`/forum/${forumId}/daftar-hadir`} icon="print">
            {words.print}
          </LinkButton>
        )}
      </div>
      {isCodeShown && <AttendanceCode forumId={forumId} onClose={() => setCodeShown(false)} />}
    </section>
  );
}
