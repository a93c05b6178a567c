import { Button, LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { Notice } from "../design/Notice.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import type { AttendanceData } from "./attendance-query.ts";

interface Props {
  forumId: string;
  data: AttendanceData;
  /** For who keeps the list and needs no code. */
  onMark: (() => void) | null;
}

/** How the reader themselves stands in the list, and the one thing to do about it. */
export function OwnAttendance({ forumId, data, onMark }: Props) {
  const words = useAttendanceMessages();
  const { ownStatus, mayComeIn } = data;
  if (ownStatus === "present") return <Notice icon="check">{words.ownPresent}</Notice>;
  if (!mayComeIn) return null;
  if (onMark) {
    return (
      <div>
        <Button icon="check" onClick={onMark}>
          {words.here}
        </Button>
      </div>
    );
  }
  const how =
    ownStatus === "excused"
      ? words.ownExcused
      : ownStatus === "absent"
        ? words.ownAbsent
        : words.ownHow;
  return (
    <Card weight="main">
      <h2>{words.ownTitle}</h2>
      <p>{how}</p>
      <LinkButton href={`/hadir/${forumId}`} weight="primary" size="large" icon="check">
        {words.here}
      </LinkButton>
    </Card>
  );
}
