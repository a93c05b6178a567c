import "../design/forms.css";
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useId, useState } from "react";
import { containerName } from "../document/container-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { type TextRange, wordsIn } from "./noted-place.ts";

interface Paragraph extends TextRange {
  node: Node;
  section: Node;
}

const shownLetters = 70;

/** Which paragraph a note is about, for whoever cannot or will not select words. */
export function PlaceChoice({
  editor,
  onChoose,
}: {
  editor: Editor;
  onChoose: (range: TextRange) => void;
}) {
  const { write: words } = useNotesMessages();
  const { document: names } = useMessages();
  const hintId = useId();
  const [paragraphs, setParagraphs] = useState(() => findParagraphs(editor.state.doc));
  if (paragraphs.length === 0) return <p className="soft">{words.noText}</p>;
  const choose = (chosen: Paragraph | undefined) => {
    // Others may have written above it since the list was made.
    const now = findParagraphs(editor.state.doc);
    const found = now.find(({ node }) => node === chosen?.node);
    if (found) onChoose(found);
    else setParagraphs(now);
  };
  const sections = [...new Set(paragraphs.map(({ section }) => section))];
  return (
    <label className="field">
      {words.place}
      <select
        value=""
        aria-describedby={hintId}
        onChange={({ target }) => choose(paragraphs[Number(target.value)])}
      >
        <option value="" disabled>
          {words.choosePlace}
        </option>
        {sections.map((section) => (
          <optgroup
            key={String(section.attrs.id)}
            label={containerName("section", section.attrs, names)}
          >
            {paragraphs.map(
              (paragraph, at) =>
                paragraph.section === section && (
                  <option key={`${paragraph.from}`} value={at}>
                    {paragraph.node.textContent.trim().slice(0, shownLetters)}
                  </option>
                ),
            )}
          </optgroup>
        ))}
      </select>
      <span id={hintId} className="field-hint">
        {words.placeHint}
      </span>
    </label>
  );
}

function findParagraphs(doc: Node): Paragraph[] {
  const found: Paragraph[] = [];
  doc.forEach((section, offset) => {
    section.descendants((node, position) => {
      if (!node.isTextblock) return true;
      const from = offset + 1 + position + 1;
      const range = wordsIn(doc, { from, to: from + node.content.size });
      if (range) found.push({ ...range, node, section });
      return false;
    });
  });
  return found;
}
