import "../design/forms.css";
import { followUpStates } from "../../domain/follow-ups.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { type FollowUpFilter, villagesOf } from "./group-follow-ups.ts";
import type { FollowUp } from "./register-query.ts";

interface Props {
  followUps: readonly FollowUp[];
  filter: FollowUpFilter;
  onFilter: (filter: FollowUpFilter) => void;
}

const all = "";

export function FollowUpFilters({ followUps, filter, onFilter }: Props) {
  const words = useRegisterMessages();
  const villages = villagesOf(followUps);
  return (
    <div className="follow-up-filters">
      {villages.length > 1 && (
        <label className="field">
          {words.filterVillage}
          <select
            value={filter.villageId ?? all}
            onChange={({ target }) => onFilter({ ...filter, villageId: target.value || null })}
          >
            <option value={all}>{words.allVillages}</option>
            {villages.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field">
        {words.filterState}
        <select
          value={filter.state ?? all}
          onChange={({ target }) => {
            const state = followUpStates.find((each) => each === target.value) ?? null;
            onFilter({ ...filter, state });
          }}
        >
          <option value={all}>{words.allStates}</option>
          {followUpStates.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
