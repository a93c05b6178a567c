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
  // As they were when it was opened: it stays, and says why, also when somebody else was first.
  const [opened, setOpened] = useState<{
    act: "merge" | "vote";
    problems: readonly ListedProblem[];
  } | null>(null);
  const isEnough = chosen.length > 1;
  const close = () => setOpened(null);
  return (
    <>
      {chosen.length > 0 && (
        <div className="problem-selection">
          <strong role="status">{words.chosen(chosen.length)}</strong>
          <Button
            weight="primary"
            icon="link"
            disabled={!isEnough}
            onClick={() => setOpened({ act: "merge", problems: chosen })}
          >
            {words.merge}
          </Button>
          <Button
            icon="check"
            disabled={!isEnough}
            onClick={() => setOpened({ act: "vote", problems: chosen })}
          >
            {words.vote}
          </Button>
          <Button weight="quiet" onClick={onClear}>
            {words.clear}
          </Button>
        </div>
      )}
      {opened?.act === "merge" && <MergeDialog parts={opened.problems} onClose={close} />}
      {opened?.act === "vote" && <NewVoteDialog problems={opened.problems} onClose={close} />}
    </>
  );
}
