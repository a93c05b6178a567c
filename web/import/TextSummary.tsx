import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { type Dropped, droppedKinds } from "./tally.ts";

interface Props {
  blocks: readonly ReadingNode[];
  dropped: Dropped;
}

/** In one line each what comes in, and what is left out. */
export function TextSummary({ blocks, dropped }: Props) {
  const words = useImportMessages();
  const { counts } = words;
  const count = (...types: string[]) => blocks.filter(({ type }) => types.includes(type)).length;
  const rows = blocks
    .filter(({ type }) => type === "table")
    .reduce((sum, { content = [] }) => sum + content.length, 0);
  const comesIn = [
    [count("heading"), counts.heading],
    [count("paragraph"), counts.paragraph],
    [count("bulletList", "orderedList", "taskList"), counts.list],
    [count("table"), (tables: number) => counts.table(tables, rows)],
    [count("blockquote"), counts.quote],
  ] as const;
  const staysOut = droppedKinds.flatMap((kind) => {
    const times = dropped[kind] ?? 0;
    return times > 0 ? [words.dropped[kind](times)] : [];
  });
  return (
    <dl className="import-summary">
      <dt>{words.comesIn}</dt>
      <dd>
        {comesIn
          .filter(([times]) => times > 0)
          .map(([times, say]) => say(times))
          .join(" · ")}
      </dd>
      <dt>{words.staysOut}</dt>
      <dd>{[...staysOut, words.looks].join(" · ")}</dd>
    </dl>
  );
}
