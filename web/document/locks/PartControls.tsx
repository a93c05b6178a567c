import { dayInWib } from "../../../domain/wib.ts";
import "./PartControls.css";
import type { Editor } from "@tiptap/core";
import { createPortal } from "react-dom";
import { wholeDocument } from "../../../party/locks/lock-view.ts";
import { named } from "../../design/shown-name.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { DocumentPageData } from "../document-query.ts";
import type { RoomConnection } from "../room-connection.ts";
import { useConnectionView } from "../use-connection.ts";
import { DueDateControl, VillageControl } from "./FollowUpControl.tsx";
import { FollowUpRegisterStatus } from "./FollowUpRegisterStatus.tsx";
import { LockControl } from "./LockControl.tsx";
import { type Slot, useSlots } from "./use-slots.ts";

interface Props {
  editor: Editor;
  connection: RoomConnection;
  data: DocumentPageData;
  isEditing: boolean;
}

/** What stands beside the parts of the text: locks, and what helps to fill in a follow-up. */
export default function PartControls({ editor, connection, data, isEditing }: Props) {
  const slots = useSlots(editor);
  const { locks } = useConnectionView(connection);
  const documentId = data.document.id;
  const whole = locks.find((lock) => lock.containerId === wholeDocument);
  return (
    <>
      {whole && (
        <LockControl
          documentId={documentId}
          containerId={wholeDocument}
          lock={whole}
          mayLock={data.mayLock}
        />
      )}
      {slots.map((slot) =>
        createPortal(
          <Control {...{ slot, editor, connection, data, isEditing }} />,
          slot.element,
          slot.containerId,
        ),
      )}
    </>
  );
}

function Control({ slot, editor, connection, data, isEditing }: Props & { slot: Slot }) {
  const { masks } = useMessages();
  const { locks } = useConnectionView(connection);
  const { containerId } = slot;
  switch (slot.kind) {
    case "village":
      return (
        <VillageControl
          {...{ editor, containerId, isEditing }}
          villages={named(data.villages, masks)}
        />
      );
    case "dueDate":
      return (
        <DueDateControl
          {...{ editor, containerId, isEditing }}
          forumDay={dayInWib(data.forum.startsAt)}
        />
      );
    case "followUp":
      return (
        <FollowUpRegisterStatus
          documentId={data.document.id}
          forumId={data.forum.id}
          containerId={containerId}
        />
      );
    default:
      return (
        <LockControl
          documentId={data.document.id}
          containerId={containerId}
          lock={locks.find((lock) => lock.containerId === containerId)}
          mayLock={data.mayLock}
        />
      );
  }
}
