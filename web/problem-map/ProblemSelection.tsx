import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { MergeDialog } from "./MergeDialog.tsx";
import { NewVoteDialog } from "./NewVoteDialog.tsx";
import type { ListedProblem } from "./problem-query.ts";

interface Props {
  chosen: readonly ListedProblem[];
  onClear: () => void;
}

/** What can be done with the problems that were ticked. */
export function ProblemSelection({ chosen, onClear }: Props) {
  const { list: words } = useProblemMessages();
  const [opened, setOpened] = useState<"merge" | "vote" | null>(null);
  const isEnough = chosen.length > 1;
  return (
    <div className="problem-selection">
      <strong role="status">{words.chosen(chosen.length)}</strong>
      <Button weight="primary" icon="link" disabled={!isEnough} onClick={() => setOpened("merge")}>
        {words.merge}
      </Button>
      <Button icon="check" disabled={!isEnough} onClick={() => setOpened("vote")}>
        {words.vote}
      </Button>
      <Button weight="quiet" onClick={onClear}>
        {words.clear}
      </Button>
      {opened === "merge" && <MergeDialog parts={chosen} onClose={() => setOpened(null)} />}
      {opened === "vote" && <NewVoteDialog problems={chosen} onClose={() => setOpened(null)} />}
    </div>
  );
}
