import { memo } from "react";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { renderNode } from "../document/reading-node.ts";
import { useImportMessages } from "../messages/use-import-messages.ts";
import type { Messages } from "../messages/use-messages.ts";

interface Props {
  blocks: readonly ReadingNode[];
  label: string;
  words: Messages["document"];
}

const shownBlocks = 40;
const shownRows = 12;

/** The beginning of it as it will look; a long table with its first rows. */
export const PreviewText = memo(({ blocks, label, words }: Props) => {
  const { more, moreRows } = useImportMessages();
  const shown = blocks.slice(0, shownBlocks);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="import-preview tiptap" aria-label={label} tabIndex={0}>
      {shown.map((block, at) => {
        const rows = block.type === "table" ? (block.content ?? []) : [];
        const left = rows.length - shownRows;
        const part = left > 0 ? { ...block, content: rows.slice(0, shownRows) } : block;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
          <div key={at}>
            {renderNode(part, { words, villages: [] })}
            {left > 0 && <p className="small soft">{moreRows(left)}</p>}
          </div>
        );
      })}
      {blocks.length > shownBlocks && (
        <p className="small soft">{more(blocks.length - shownBlocks)}</p>
      )}
    </section>
  );
});
