import type { InferResponseType } from "hono/client";
import type { ListRow } from "../../domain/people-list.ts";
import type { api } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { useManageMessages } from "./use-manage-messages.ts";

type CheckedRow = InferResponseType<typeof api.people.preview.$post>["rows"][number];

interface Props {
  rows: readonly ListRow[];
  states: readonly CheckedRow[];
  onChange: (row: ListRow) => void;
  onLeaveOut: (line: number) => void;
}

const fields = ["name", "position", "village", "office", "phone"] as const;

/** What would become of each line, the wrong ones first and open to be corrected. */
export function ListPreview({ rows, states, onChange, onLeaveOut }: Props) {
  const { paste } = useManageMessages();
  const stateOf = new Map(states.map((state) => [state.line, state]));
  const isWrong = ({ line }: ListRow) => stateOf.get(line)?.state === "error";
  const ordered = [...rows.filter(isWrong), ...rows.filter((row) => !isWrong(row))];
  return (
    <ul className="list-preview">
      {ordered.map((row) => {
        const state = stateOf.get(row.line);
        return (
          <li key={row.line} className="list-row" data-state={state?.state}>
            <span className="soft small">
              {paste.line} {row.line}
            </span>
            <strong className="list-state">{state && describe(state, paste)}</strong>
            {state?.state === "error" ? (
              <div className="manage-fields">
                {fields.map((field) => (
                  <label key={field} className="field">
                    {paste[field]}
                    <input
                      value={row[field]}
                      onChange={(event) => onChange({ ...row, [field]: event.target.value })}
                    />
                  </label>
                ))}
                <Button
                  aria-label={paste.leaveOutNamed(row.line)}
                  onClick={() => onLeaveOut(row.line)}
                >
                  {paste.leaveOut}
                </Button>
              </div>
            ) : (
              <span>
                {[row.name, row.position, row.village || row.office].filter(Boolean).join(" · ")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function describe(state: CheckedRow, paste: ReturnType<typeof useManageMessages>["paste"]): string {
  switch (state.state) {
    case "error":
      return paste.problems[state.problem];
    case "duplicate":
      return paste.states.duplicate(state.of);
    case "new":
    case "known":
    case "member":
      return paste.states[state.state];
  }
}
