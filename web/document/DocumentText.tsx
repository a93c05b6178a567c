import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { ShownPerson, ShownVillage } from "../../party/masks/shown-person.ts";
import type { RoomPerson } from "../../party/room-person.ts";
import { named, personName, villageName } from "../design/shown-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { createEditor } from "./editor/create-editor.ts";
import type { RoomConnection } from "./room-connection.ts";

interface Props {
  connection: RoomConnection;
  villages: readonly ShownVillage[];
  lanes: RoomPerson["lanes"];
  onEditor: (editor: Editor | null) => void;
}

const noticeMs = 6000;

/** The text itself. Bound only after the document arrived, so that nothing empty is ever written. */
export function DocumentText({ connection, villages, lanes, onEditor }: Props) {
  const { document: words, masks } = useMessages();
  const element = useRef<HTMLDivElement>(null);
  const [blockedAt, setBlockedAt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest stays while it is mounted
  useEffect(() => {
    if (!element.current) return;
    const editor = createEditor({
      element: element.current,
      connection,
      label: words.text,
      words,
      villages: named(villages, masks),
      caretName: (person: ShownPerson) =>
        person.village ? villageName(person.village, masks) : personName(person, masks),
      mayWriteIn: (villageId) => lanes === "all" || lanes.includes(villageId),
      onBlocked: () => setBlockedAt(Date.now()),
    });
    onEditor(editor);
    return () => {
      onEditor(null);
      editor.destroy();
    };
  }, [connection]);

  useEffect(() => {
    if (blockedAt === 0) return;
    const timer = setTimeout(() => setBlockedAt(0), noticeMs);
    return () => clearTimeout(timer);
  }, [blockedAt]);

  return (
    <div className="document-text">
      <div ref={element} />
      <p className="document-blocked" role="alert" hidden={blockedAt === 0}>
        {blockedAt !== 0 && words.blocked}
      </p>
    </div>
  );
}
