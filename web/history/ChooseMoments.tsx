import { SelectField } from "../design/SelectField.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { useMomentName } from "./moment-words.ts";
import { versionName } from "./version-name.ts";
import type { HistoryView } from "./view-address.ts";

interface Props {
  desk: Desk;
  view: Extract<HistoryView, { kind: "compare" }>;
}

/** The start, each version and now, as both sides of a comparison. */
export function ChooseMoments({ desk, view }: Props) {
  const { compare: words, moment } = useHistoryMessages();
  const messages = useMessages();
  const { data, head, show } = desk;
  const places = new Map<number, string>([[0, moment.start]]);
  for (const version of [...data.versions].reverse()) {
    places.set(version.place, versionName(version, messages));
  }
  places.set(head.last, moment.now);
  const older = useMomentName(desk, view.from);
  const newer = useMomentName(desk, view.to);
  const options = (chosen: number, name: string) =>
    [...new Map([...places, [chosen, places.get(chosen) ?? name] as const])]
      .sort(([a], [b]) => b - a)
      .map(([place, each]) => [`${place}`, each] as const);
  const choose = (from: number, to: number) => show({ kind: "compare", from, to, only: null });
  return (
    <details className="choose-moments">
      <summary>{words.change}</summary>
      <div className="choose-moments-fields">
        <SelectField
          label={words.older}
          value={`${view.from}`}
          options={options(view.from, older)}
          onChoose={(place) => choose(Number(place), view.to)}
        />
        <SelectField
          label={words.newer}
          value={`${view.to}`}
          options={options(view.to, newer)}
          onChoose={(place) => choose(view.from, Number(place))}
        />
      </div>
    </details>
  );
}
