import { useQuery } from "@tanstack/react-query";
import { type ResultKind, resultKinds } from "../../domain/search/searched-kinds.ts";
import { documentStatuses, followUpStatuses, themes } from "../../domain/statuses.ts";
import { SelectField } from "../design/SelectField.tsx";
import { useIsWide } from "../history/use-is-wide.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { isNarrowed, type SearchAddress } from "./search-address.ts";
import { villagesQuery } from "./search-query.ts";

const all = "";
const firstYear = 2024;

interface Props {
  address: SearchAddress;
  kinds?: readonly ResultKind[];
  hasStatus?: boolean;
  onChoose: (choice: Partial<SearchAddress>) => void;
}

/** By what a search or the library is narrowed down. */
export function Choices({ address, kinds = resultKinds, hasStatus = true, onChoose }: Props) {
  const words = useSearchMessages();
  const { themes: names, documentStatuses: statusNames } = useMessages();
  const { states } = useRegisterMessages();
  const villages = useQuery(villagesQuery);
  const nextYear = new Date().getFullYear() + 1;
  const years = Array.from({ length: nextYear - firstYear + 1 }, (_, at) => String(nextYear - at));
  const isWide = useIsWide();
  return (
    <details className="search-filters" open={isWide || isNarrowed(address)}>
      <summary>{words.filters}</summary>
      <div className="search-choices">
        <SelectField
          label={words.kind}
          value={address.kind ?? all}
          options={[
            [all, words.allKinds],
            ...kinds.map((each) => [each, words.kinds[each]] as const),
          ]}
          onChoose={(kind) => onChoose({ kind: kind === all ? null : kind })}
        />
        <SelectField
          label={words.theme}
          value={address.theme ?? all}
          options={[[all, words.allThemes], ...themes.map((each) => [each, names[each]] as const)]}
          onChoose={(theme) => onChoose({ theme: theme === all ? null : theme })}
        />
        <SelectField
          label={words.village}
          value={address.village ?? all}
          options={[
            [all, words.allVillages],
            ...(villages.data?.villages ?? []).map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(village) => onChoose({ village: village || null })}
        />
        <SelectField
          label={words.year}
          value={address.year ?? all}
          options={[[all, words.allYears], ...years.map((each) => [each, each] as const)]}
          onChoose={(year) => onChoose({ year: year || null })}
        />
        {hasStatus && (
          <SelectField
            label={words.status}
            value={address.status ?? all}
            options={[
              [all, words.allStatuses],
              ...documentStatuses.map((each) => [each, statusNames[each]] as const),
              ...followUpStatuses.map((each) => [each, words.ofFollowUps(states[each])] as const),
            ]}
            onChoose={(status) => onChoose({ status: status === all ? null : status })}
          />
        )}
      </div>
    </details>
  );
}
