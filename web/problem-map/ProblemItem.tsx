import { Link } from "wouter";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import type { ListedProblem } from "./problem-query.ts";
import { WeightBars } from "./WeightBars.tsx";

interface Props {
  problem: ListedProblem;
  isChosen?: boolean;
  /** Where it can be chosen, to merge it or to vote on it. */
  onChoose?: (problem: ListedProblem, isChosen: boolean) => void;
}

/** One problem in a list. */
export function ProblemItem({ problem, isChosen = false, onChoose }: Props) {
  const { list: words, states } = useProblemMessages();
  const { themes } = useMessages();
  const { id, title, theme, state, villages, sourceCount } = problem;
  const body = (
    <div className="stack problem-words">
      <h2>
        <Link className="whole-card-link" href={`/program/peta/masalah/${id}`}>
          {title}
        </Link>
      </h2>
      <p className="row small soft">
        <ProblemWeight problem={problem} />
        <span>{themes[theme]}</span>
        {sourceCount > 0 && <span>{words.sources(sourceCount)}</span>}
        {state !== "living" && <strong>{states[state]}</strong>}
      </p>
      <p className="row small">
        {villages.map((village) => (
          <VillageBadge key={village.id} village={village} />
        ))}
        {villages.length === 0 && <span className="soft">{words.noVillage}</span>}
      </p>
    </div>
  );
  if (!onChoose) return <li className="listed-item">{body}</li>;
  return (
    <li className="listed-item problem-ticked">
      <label className="tick">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={words.choose(title)}
          onChange={(event) => onChoose(problem, event.target.checked)}
        />
      </label>
      {body}
    </li>
  );
}

/** How heavy, in bars and in words. */
export function ProblemWeight({
  problem: { level, weight },
}: {
  problem: Pick<ListedProblem, "level" | "weight">;
}) {
  const { list: words, levels } = useProblemMessages();
  return (
    <span className="map-level">
      <WeightBars level={level} />
      {words.weight(levels[level], weight)}
    </span>
  );
}
