import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { type Theme, themes } from "../../domain/statuses.ts";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

type Directory = InferResponseType<typeof api.directory.$get>;

const directoryQuery = queryOptions({
  queryKey: ["directory"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.directory.$get()) }),
});

/** Whom one may ask about what. */
export function DirectoryPage() {
  const { directory: words } = useSharingMessages();
  const query = useQuery(directoryQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {query.data ? (
        <div className="stack">
          {query.data.people.length === 0 ? (
            <EmptyState icon="people">{words.empty}</EmptyState>
          ) : (
            <Found people={query.data.people} />
          )}
          <WithoutPeople {...query.data} />
          <OwnThemes own={query.data.own} />
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

const all = "";

function Found({ people }: Pick<Directory, "people">) {
  const { directory: words } = useSharingMessages();
  const { themes: names } = useMessages();
  const [theme, setTheme] = useState<Theme | typeof all>(all);
  const found = people.filter((person) => theme === all || person.themes.includes(theme));
  return (
    <>
      <SelectField
        label={words.theme}
        value={theme}
        options={[[all, words.allThemes], ...themes.map((each) => [each, names[each]] as const)]}
        onChoose={setTheme}
      />
      <p className="small soft" role="status">
        {found.length === 0 ? words.nobody : words.count(found.length)}
      </p>
      <ul className="listed">
        {found.map((person) => (
          <li key={person.id} className="listed-item">
            <p className="small">
              {person.village ? <VillageBadge village={person.village} /> : person.office}
            </p>
            <h2>{person.name}</h2>
            <p className="soft">{person.position}</p>
            <p className="small">{person.themes.map((each) => names[each]).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The villages and offices of which nobody has said yet that they may be asked. */
function WithoutPeople({ people, villages, offices }: Directory) {
  const { directory: words } = useSharingMessages();
  // What the device kept from an older page has none.
  const without = (villages ?? []).filter(
    ({ id }) => !people.some(({ village }) => village?.id === id),
  );
  const unheard = (offices ?? []).filter((name) => !people.some(({ office }) => office === name));
  if (without.length + unheard.length === 0) return null;
  return (
    <section className="section" aria-labelledby="without">
      <h2 id="without">{words.without}</h2>
      <ul className="row">
        {without.map((village) => (
          <li key={village.id}>
            <VillageBadge village={village} />
          </li>
        ))}
        {unheard.map((office) => (
          <li key={office}>{office}</li>
        ))}
      </ul>
    </section>
  );
}

function OwnThemes({ own }: Pick<Directory, "own">) {
  const { directory: words } = useSharingMessages();
  const { themes: names } = useMessages();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<readonly Theme[] | null>(null);
  const chosen = changed ?? own;
  const saving = useMutation({
    mutationFn: () => requireOk(api.directory.own.$put({ json: { themes: [...chosen] } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries(directoryQuery);
      setChanged(null);
    },
  });
  const isChanged = [...chosen].sort().join() !== [...own].sort().join();
  return (
    <section className="section" aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <p>{words.ownHint}</p>
      <fieldset className="theme-ticks" aria-labelledby="own">
        {themes.map((theme) => (
          <label key={theme} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(theme)}
              onChange={(event) =>
                setChanged(
                  event.target.checked
                    ? [...chosen, theme]
                    : chosen.filter((each) => each !== theme),
                )
              }
            />
            {names[theme]}
          </label>
        ))}
      </fieldset>
      <FailureLine error={saving.error} />
      <div className="row">
        <Button
          weight={isChanged ? "primary" : "secondary"}
          aria-busy={saving.isPending}
          onClick={() => saving.isPending || saving.mutate()}
        >
          {words.save}
        </Button>
        {!isChanged && own.length > 0 && <span role="status">{words.saved}</span>}
      </div>
    </section>
  );
}
