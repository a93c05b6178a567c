import { memo, useMemo, useRef } from "react";
import { named } from "../design/shown-name.ts";
import { renderNode } from "../document/reading-node.ts";
import { useMessages } from "../messages/use-messages.ts";
import { ChangeTag } from "./ChangeTag.tsx";
import { type DressedText, dressText } from "./dressed-node.ts";
import type { Change, ChangeList } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { ShownComparison } from "./history-answers.ts";
import type { Side } from "./sides.ts";
import { WhoWrote } from "./WhoWrote.tsx";

interface Props {
  desk: Desk;
  comparison: ShownComparison;
  list: ChangeList;
  side: Side | "both";
  isByWriter?: boolean;
  /** What this text is called where another stands beside it. */
  name?: string;
}

/** The document's text with its changes in it; selected words tell who wrote them. */
export function ComparedText({ desk, comparison, list, side, isByWriter = false, name }: Props) {
  const { document: words } = useMessages();
  const pane = useRef<HTMLElement>(null);
  const { content, origins } = comparison;
  const dressed = useMemo(
    () => dressText(content, { list, origins, side, isByWriter, nameOf }),
    [content, list, origins, side, isByWriter],
  );
  return (
    <section ref={pane} className="compared-text" aria-label={name ?? words.text}>
      {name && <h2 className="compared-name">{name}</h2>}
      <Nodes nodes={dressed.nodes} villages={desk.villages} />
      <WhoWrote {...{ desk, origins, pane }} runs={dressed.runs} />
    </section>
  );
}

function nameOf(change: Change, number: number) {
  return <ChangeTag key={`tag ${number}`} {...{ change, number }} />;
}

/** Apart, because a long document is not laid out anew for each step through its changes. */
const Nodes = memo(function Nodes({
  nodes,
  villages,
}: { nodes: DressedText["nodes"] } & Pick<Desk, "villages">) {
  const { document: words, masks } = useMessages();
  return (
    <div className="document-text tiptap">
      {renderNode({ type: "doc", content: nodes }, { words, villages: named(villages, masks) })}
    </div>
  );
});
