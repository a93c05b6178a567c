import { useState } from "react";
import type { RefusalName } from "../../party/close-codes.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { forgetConnection } from "./open-connections.ts";
import type { RoomConnection } from "./room-connection.ts";
import { unsentWords } from "./unsent-words.ts";

interface Props {
  refusal: RefusalName;
  documentId: string;
  connection: RoomConnection;
  onReopen: () => void;
}

/** Why the room stopped the person's editing, what is safe, and their words to take along. */
export function RefusedNotice({ refusal, documentId, connection, onReopen }: Props) {
  const { document: words } = useMessages();
  const [isCopied, setCopied] = useState(false);
  const unsent = unsentWords(connection.unsentUpdates());
  const copy = async () => {
    await navigator.clipboard.writeText(unsent);
    setCopied(true);
  };
  const reopen = () => {
    forgetConnection(documentId);
    onReopen();
  };
  return (
    <div className="refused" role="alert">
      <h2>
        <Icon name="warning" />
        {words.refused.title}
      </h2>
      <p>{`${words.refusals[refusal]} ${words.refused.safe}`}</p>
      {unsent !== "" && (
        <>
          <p>{words.refused.unsent}</p>
          <blockquote>{unsent}</blockquote>
        </>
      )}
      <div className="row">
        {unsent !== "" && (
          <Button onClick={copy}>{isCopied ? words.refused.copied : words.refused.copy}</Button>
        )}
        <Button weight="primary" icon="reload" onClick={reopen}>
          {words.refused.again}
        </Button>
      </div>
    </div>
  );
}
