import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { dueDateOf, writtenDay } from "../../../domain/document/due-dates.ts";
import { isBeforeForum, villageNamed } from "../../../domain/document/follow-up-words.ts";
import type { VillageBadge } from "../../../party/room-person.ts";
import { usePartsMessages } from "../../messages/use-parts-messages.ts";
import { readField, writeField } from "./field-words.ts";

interface Props {
  editor: Editor;
  /** The field's. */
  containerId: string;
  isEditing: boolean;
}

/** The invited villages to choose from: what is chosen is written into the field as if it was typed. */
export function VillageControl({
  editor,
  containerId,
  isEditing,
  villages,
}: Props & { villages: readonly VillageBadge[] }) {
  const words = usePartsMessages();
  const text = useFieldText(editor, containerId);
  const villageId = villageNamed(text, villages);
  return (
    <>
      {isEditing && (
        <select
          aria-label={words.chooseVillage}
          value={villageId ?? ""}
          onChange={({ target }) => {
            const village = villages.find(({ id }) => id === target.value);
            if (village) writeField(editor, containerId, village.name);
          }}
        >
          <option value="">{words.chooseVillage}</option>
          {villages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {text.trim() !== "" && villageId === null && <Hint>{words.noVillage}</Hint>}
    </>
  );
}

/** A day to pick, written into the field in words; and what is odd about the day that stands there. */
export function DueDateControl({
  editor,
  containerId,
  isEditing,
  forumDay,
}: Props & { forumDay: string }) {
  const words = usePartsMessages();
  const text = useFieldText(editor, containerId);
  const day = dueDateOf(text);
  return (
    <>
      {isEditing && (
        <input
          type="date"
          aria-label={words.chooseDay}
          value={day ?? ""}
          onChange={({ target }) => {
            // A year that is being typed goes through 0002 and 0020.
            if (target.value >= "2000") writeField(editor, containerId, writtenDay(target.value));
          }}
        />
      )}
      {day !== null && isBeforeForum(day, forumDay) && <Hint>{words.beforeForum}</Hint>}
      {day === null && text.trim() !== "" && <Hint>{words.noDay}</Hint>}
    </>
  );
}

function Hint({ children }: { children: string }) {
  return (
    <p className="field-hint" role="status">
      {children}
    </p>
  );
}

function useFieldText(editor: Editor, containerId: string): string {
  const [text, setText] = useState(() => readField(editor, containerId));
  useEffect(() => {
    const read = () => setText(readField(editor, containerId));
    read();
    editor.on("transaction", read);
    return () => {
      editor.off("transaction", read);
    };
  }, [editor, containerId]);
  return text;
}
