import { useQuery } from "@tanstack/react-query";
import { usableModuleStatuses } from "../../domain/modules.ts";
import { FailureLine } from "../design/FailureLine.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { modulesQuery } from "../modules/modules-query.ts";

interface Props {
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which of the district's modules is learnt from under an item. */
export function ModuleTicks({ chosen, onChoose }: Props) {
  const { agenda: words } = usePrepareMessages();
  const { data, error } = useQuery(modulesQuery);
  const offered = (data?.modules ?? []).filter(
    ({ id, status }) => chosen.includes(id) || usableModuleStatuses.includes(status),
  );
  return (
    <fieldset>
      <legend>{words.modules}</legend>
      <FailureLine error={error} />
      {data && offered.length === 0 && <p className="soft">{words.noModules}</p>}
      {offered.map(({ id, title }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(
                event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
              )
            }
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
