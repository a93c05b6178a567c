import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { ShownPerson, ShownVillage } from "../../party/masks/shown-person.ts";
import type { RoomPerson } from "../../party/room-person.ts";
import { named, personName, villageName } from "../design/shown-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { closuresIn } from "./editor/closure-of.ts";
import type { Closure } from "./editor/container-view.ts";
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
  const [blocked, setBlocked] = useState<{ why: Closure } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest stays while it is mounted
  useEffect(() => {
    if (!element.current) return;
    const mayWriteIn = (villageId: string) => lanes === "all" || lanes.includes(villageId);
    const editor = createEditor({
      element: element.current,
      connection,
      label: words.text,
      words,
      villages: named(villages, masks),
      caretName: (person: ShownPerson) =>
        person.village ? villageName(person.village, masks) : personName(person, masks),
      mayWriteIn,
      closureOf: closuresIn(connection, mayWriteIn),
      onBlocked: (why) => setBlocked({ why }),
    });
    onEditor(editor);
    showAddressed();
    return () => {
      onEditor(null);
      editor.destroy();
    };
  }, [connection]);

  useEffect(() => {
    if (blocked === null) return;
    const timer = setTimeout(() => setBlocked(null), noticeMs);
    return () => clearTimeout(timer);
  }, [blocked]);

  return (
    <div className="document-text">
      <div ref={element} />
      <p className="document-blocked" role="alert" hidden={blocked === null}>
        {blocked && words.blocked[blocked.why]}
      </p>
    </div>
  );
}

/** A part that the address names, such as `#c-n12`, was not there yet when the page was. */
function showAddressed(): void {
  if (location.hash.startsWith("#c-")) {
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "start" });
  }
}
