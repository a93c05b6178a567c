import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { homeQuery } from "../home/home-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { meKey } from "../session/me-query.ts";
import { documentQuery } from "./document-query.ts";
import type { RoomConnection } from "./room-connection.ts";
import { useConnectionView } from "./use-connection.ts";

interface Props {
  connection: RoomConnection;
  documentId: string;
  mayWrite: boolean;
}

/** That the person may do something else here now; the page follows, and what they wrote is safe. */
export function RightsNotice({ connection, documentId, mayWrite }: Props) {
  const { rights } = useMessages().document;
  const { rightsChangedAt, refusal, link, isKept, unsaved } = useConnectionView(connection);
  const queryClient = useQueryClient();

  useEffect(() => {
    if (rightsChangedAt === null) return;
    void queryClient.invalidateQueries({ queryKey: documentQuery(documentId).queryKey });
  }, [queryClient, documentId, rightsChangedAt]);

  const isSignedOut = refusal === "notSignedIn" && (isKept || unsaved === 0);
  useEffect(() => {
    if (isSignedOut) void followSignOut(queryClient);
  }, [queryClient, isSignedOut]);

  if (rightsChangedAt === null || refusal !== null) return null;
  const changing = isKept ? rights.changing : rights.changingUnkept;
  const changed = mayWrite ? rights.writes : rights.reads;
  return (
    <div className="notice rights-notice" data-tone="wait" role="status">
      <Icon name="undo" />
      <p>{link === "open" ? changed : changing}</p>
      {link === "open" && (
        <Button onClick={() => connection.dismissRightsChange()}>{rights.understood}</Button>
      )}
    </div>
  );
}

/**
 * The page for who is signed out takes this one's place. Where somebody else is signed in here now,
 * the page stays what it is and says so: it must not go on as theirs.
 */
async function followSignOut(queryClient: QueryClient): Promise<void> {
  const answer = await api.me.$get().catch(() => null);
  if (answer?.ok !== false) return;
  await queryClient.invalidateQueries({ queryKey: meKey });
  await queryClient.invalidateQueries({ queryKey: homeQuery.queryKey });
}
