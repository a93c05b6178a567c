import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Place } from "../../party/forum/session-state.ts";
import { Skeleton } from "../design/Skeleton.tsx";
import { DocumentText } from "../document/DocumentText.tsx";
import { type DocumentPageData, documentQuery } from "../document/document-query.ts";
import type { RoomConnection } from "../document/room-connection.ts";
import { useConnection, useConnectionView } from "../document/use-connection.ts";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { showPlace } from "./reading-place.ts";

/** The document that the leader is in, with everybody's carets, where the leader is. */
export function ProjectedText({ place }: { place: Place }) {
  const { screen: words } = useSessionMessages();
  const query = useQuery(documentQuery(place.documentId));
  const connection = useConnection(place.documentId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call of the leader is answered once
  useEffect(() => showPlace(place), [place.count]);
  if (query.isError) return <p className="projector-note">{words.hidden}</p>;
  if (!query.data || !connection) return <Skeleton rows={6} />;
  return <OpenText key={connection.doc.guid} data={query.data} connection={connection} />;
}

interface OpenProps {
  data: DocumentPageData;
  connection: RoomConnection;
}

function OpenText({ data, connection }: OpenProps) {
  const { screen: words } = useSessionMessages();
  const view = useConnectionView(connection);
  if (view.refusal !== null) return <p className="projector-note">{words.hidden}</p>;
  if (!view.hasDocument) return <Skeleton rows={6} />;
  return (
    <>
      <h2 className="projector-title">{data.document.title}</h2>
      <DocumentText
        connection={connection}
        villages={data.villages}
        lanes="all"
        onEditor={leaveIt}
      />
    </>
  );
}

/** Nobody writes on the wall: the editor stays as it is made, closed. */
function leaveIt(): void {}
