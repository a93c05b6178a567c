import "./PartControls.css";
import { wholeDocument } from "../../../party/locks/lock-view.ts";
import type { RoomConnection } from "../room-connection.ts";
import { useConnectionView } from "../use-connection.ts";
import { LockControl } from "./LockControl.tsx";

/** In the head of the document, for who may lock it; where it is locked, that stands above the text. */
export default function WholeLock(props: { documentId: string; connection: RoomConnection }) {
  const { locks } = useConnectionView(props.connection);
  if (locks.some(({ containerId }) => containerId === wholeDocument)) return null;
  return (
    <LockControl
      documentId={props.documentId}
      containerId={wholeDocument}
      lock={undefined}
      mayLock={true}
    />
  );
}
