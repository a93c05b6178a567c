import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageTicks } from "../design/VillageTicks.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { AddToExisting } from "./AddToExisting.tsx";
import { type MapData, mapKey, mapQuery } from "./map-query.ts";
import { isNamed, ProblemFields, type ProblemWords } from "./ProblemFields.tsx";
import { type GivenSource, sourceIn } from "./source-address.ts";

interface Found {
  title: string;
  theme: ProblemWords["theme"] | null;
  villageIds: readonly string[];
  isUnnamed: boolean;
}

const nothingFound: Found = { title: "", theme: null, villageIds: [], isUnnamed: false };

/** A problem that is new on the map: told directly, or taken from a survey, a case or a note. */
export default function NewProblemPage() {
  const { form: words } = useProblemMessages();
  const search = useSearch();
  const source = sourceIn(search);
  const map = useQuery(mapQuery);
  const found = useQuery({
    queryKey: [...mapKey, "source", search],
    queryFn: (): Promise<Found> =>
      source
        ? readResponse(api.problems.source.$post({ json: source }))
        : Promise.resolve(nothingFound),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const error = found.error ?? map.error;
  return (
    <PageFrame title={words.newTitle} back="/program/peta">
      <h1>{words.newTitle}</h1>
      {found.data && map.data ? (
        <NewProblem found={found.data} source={source} map={map.data} name={search} />
      ) : error ? (
        <ErrorState error={error} onRetry={found.isError ? found.refetch : map.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

interface Props {
  found: Found;
  source: GivenSource | null;
  map: MapData;
  /** Under which its draft is kept. */
  name: string;
}

function NewProblem({ found, source, map, name }: Props) {
  const { form: words } = useProblemMessages();
  const { person } = useMe();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const draft = useDeviceDraft(person.id, `problem ${name}`, () => ({
    id: crypto.randomUUID() as string,
    title: found.title,
    note: "",
    theme: found.theme ?? ("planning" as const),
    ...{ urgency: 3, impact: 3, frequency: 3 },
    villageIds: [] as readonly string[],
  }));
  const { typed } = draft;
  const sending = useMutation({
    mutationFn: (json: NonNullable<typeof typed>) =>
      requireOk(
        api.problems.$post({ json: { ...json, villageIds: [...json.villageIds], source } }),
      ),
    onSuccess: (_, { id }) => {
      draft.clear();
      go(`/program/peta/masalah/${id}`, { replace: true });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  if (typed === null) return <Skeleton rows={5} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!isNamed(typed));
    if (isNamed(typed) && !sending.isPending) sending.mutate(typed);
  };
  const named = map.villages.filter(({ id }) => found.villageIds.includes(id));
  return (
    <>
      <form className="form program-form" onSubmit={submit} noValidate>
        {found.isUnnamed && (
          <Notice icon="warning" tone="wait">
            {words.unnamed}
          </Notice>
        )}
        <ProblemFields typed={typed} onChange={draft.set} />
        {named.length > 0 && (
          <p>{words.namedBySource(named.map((village) => village.name).join(", "))}</p>
        )}
        <VillageTicks
          legend={words.villages}
          hint={words.villagesHint}
          villages={map.villages.filter((village) => !named.includes(village))}
          chosen={typed.villageIds}
          onChoose={(villageIds) => draft.set({ ...typed, villageIds })}
        />
        <p className="small soft">{words.kept}</p>
        {isMissing && (
          <p role="alert" className="failure-line">
            {words.missing}
          </p>
        )}
        <FailureLine error={sending.error} />
        <div className="row">
          <Button type="submit" weight="primary" icon="check" aria-busy={sending.isPending}>
            {sending.isPending ? words.sending : words.send}
          </Button>
          <Button
            weight="quiet"
            onClick={() => {
              draft.clear();
              go("/program/peta");
            }}
          >
            {words.cancel}
          </Button>
        </div>
      </form>
      {source && map.living > 0 && <AddToExisting source={source} onAdded={draft.clear} />}
    </>
  );
}
