import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { CopyButton } from "../offline/CopyButton.tsx";
import { reloadNewestVersion } from "../offline/new-version.ts";
import { isCalm, readsInstead } from "./refused-changes.ts";
import type { RoomConnection } from "./room-connection.ts";
import { useConnectionView } from "./use-connection.ts";

interface Props {
  connection: RoomConnection;
  onReopen: () => void;
}

/** Why the room stopped the person's editing, what is safe, and what becomes of unsent words. */
export function RefusedNotice({ connection, onReopen }: Props) {
  const { document: words, errors } = useMessages();
  const { refusal, unsaved, isKept } = useConnectionView(connection);
  const notice = useRef<HTMLDivElement>(null);
  // Whoever was writing further down would only see that it stopped.
  useEffect(() => {
    const isAbove = (notice.current?.getBoundingClientRect().top ?? 0) < 0;
    if (isAbove) notice.current?.scrollIntoView({ block: "start" });
  }, []);
  if (refusal === null) return null;
  const unsent = unsaved > 0 ? connection.unsentWords() : "";
  return (
    <div
      className="refused"
      data-tone={isCalm(refusal) ? "wait" : "danger"}
      role="alert"
      ref={notice}
    >
      <h2>
        <Icon name="warning" />
        {words.refused.titles[refusal] ?? words.refused.title}
      </h2>
      <p>{`${words.refusals[refusal]} ${words.refused.safe} ${words.advice[refusal]}`}</p>
      {unsent !== "" && (
        <>
          <p>{isKept ? words.refused.unsentKept : words.refused.unsent}</p>
          <blockquote>{unsent}</blockquote>
        </>
      )}
      <div className="row">
        {unsent !== "" && <CopyButton text={unsent} />}
        {refusal === "schemaTooOld" && (
          <Button weight="primary" icon="reload" onClick={reloadNewestVersion}>
            {errors.reload}
          </Button>
        )}
        <Button
          weight={refusal === "schemaTooOld" ? "secondary" : "primary"}
          icon="reload"
          onClick={onReopen}
        >
          {readsInstead(refusal) ? errors.retry : words.refused.again}
        </Button>
      </div>
    </div>
  );
}
