import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError, api, readResponse } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Icon } from "../design/Icon.tsx";
import { Notice } from "../design/Notice.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { formatTime } from "../time.ts";
import { type AttendanceData, attendanceQuery } from "./attendance-query.ts";
import { forgetScannedCode } from "./scanned-code.ts";

interface Props {
  forumId: string;
  data: AttendanceData;
  /** From the QR; null where it has to be typed. */
  scanned: string | null;
}

/** One tap after a scan, six digits otherwise; then who was noted, from where, and when. */
export function ComingIn({ forumId, data, scanned }: Props) {
  const words = useAttendanceMessages();
  const { person } = useMe();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const comeIn = useMutation({
    mutationFn: (code: string) =>
      readResponse(
        api.forums[":forumId"].attendance.own.$put({ param: { forumId }, json: { code } }),
      ),
    onSuccess: () => {
      forgetScannedCode();
      return client.invalidateQueries(attendanceQuery(forumId));
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === "attendance-code-wrong") forgetScannedCode();
    },
  });
  const isCodeWrong =
    comeIn.error instanceof ApiError && comeIn.error.code === "attendance-code-wrong";
  const own = data.people.find(({ id }) => id === person.id);
  const at = comeIn.data?.at ?? (own?.status === "present" ? own.at : null);
  if (at !== null) return <Noted forumId={forumId} at={at} />;
  if (!data.mayComeIn) return <Notice icon="clock">{reason(data, words)}</Notice>;
  const readyCode = isCodeWrong ? null : scanned;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!comeIn.isPending) comeIn.mutate(readyCode ?? typed);
  };
  return (
    <Card weight="main">
      <Who />
      <form className="form" onSubmit={submit}>
        {readyCode === null && (
          <label className="field hall-digits">
            {words.page.codeLabel}
            <input
              required
              value={typed}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              aria-invalid={isCodeWrong}
              onChange={(event) => setTyped(event.target.value)}
            />
            <span className="field-hint">{words.page.codeHint}</span>
          </label>
        )}
        <FailureLine error={comeIn.error} />
        {isCodeWrong && scanned !== null && <p>{words.page.again}</p>}
        <Button
          type="submit"
          weight="primary"
          size="large"
          icon="check"
          aria-busy={comeIn.isPending}
        >
          {words.here}
        </Button>
      </form>
      <p className="small soft">{words.page.notYou}</p>
    </Card>
  );
}

function Noted({ forumId, at }: { forumId: string; at: number }) {
  const { page: words } = useAttendanceMessages();
  return (
    <Card weight="main">
      <h2 className="present-mark" role="status">
        <Icon name="check" />
        {words.doneTitle}
      </h2>
      <Who />
      <p>{words.done(formatTime(at))}</p>
      <LinkButton href={`/forum/${forumId}`} weight="primary" size="large">
        {words.openForum}
      </LinkButton>
    </Card>
  );
}

function Who() {
  const { page: words } = useAttendanceMessages();
  const { person } = useMe();
  return (
    <div className="present-person">
      <span className="small soft">{words.who}</span>
      <strong>{person.name}</strong>
      <span>{person.position}</span>
      {person.village ? <VillageBadge village={person.village} /> : <span>{person.office}</span>}
    </div>
  );
}

function reason({ moment }: AttendanceData, words: ReturnType<typeof useAttendanceMessages>) {
  switch (moment) {
    case "open":
      return words.page.byKeeper;
    case "correctable":
    case "over":
      return words.page.closed;
    case "notYet":
    case "cancelled":
      return words.moments[moment];
  }
}
