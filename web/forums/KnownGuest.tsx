import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { peopleQuery } from "../manage/people-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import type { ForumPageData } from "./forum-query.ts";
import { GuestChoices, type GuestPlace } from "./GuestChoices.tsx";

interface Props {
  data: ForumPageData;
  onAdded: () => unknown;
}

/** Somebody of an office or community who was brought in before. */
export function KnownGuest({ data, onAdded }: Props) {
  const { guests: words } = usePrepareMessages();
  const people = useQuery(peopleQuery);
  const [personId, setPersonId] = useState("");
  const [place, setPlace] = useState<GuestPlace>({ role: "observer", sector: "government" });
  const forumId = data.forum.id;
  const here = new Set(data.officials.map(({ id }) => id));
  const known = (people.data?.people ?? []).filter(
    (person) => person.village === null && person.mayManage && !here.has(person.id),
  );
  const chosen = known.find(({ id }) => id === personId);
  const asking = useMutation({
    mutationFn: (id: string) =>
      requireOk(
        api.forums[":forumId"].guests[":personId"].$put({
          param: { forumId, personId: id },
          json: place,
        }),
      ),
    onSuccess: () => {
      setPersonId("");
      return onAdded();
    },
  });
  if (known.length === 0) return null;
  return (
    <section className="section" aria-labelledby="known-guest">
      <h2 id="known-guest">{words.known}</h2>
      <div className="form prepare-form">
        <SelectField
          label={words.choose}
          value={personId}
          options={[
            ["", words.nobodyChosen],
            ...known.map(({ id, name, office }) => [id, `${name}, ${office ?? ""}`] as const),
          ]}
          onChoose={(id) => {
            setPersonId(id);
            const sector = known.find((person) => person.id === id)?.sector;
            if (sector) setPlace({ ...place, sector });
          }}
        />
        {chosen && (
          <>
            <GuestChoices place={place} onChange={setPlace} />
            <div className="row">
              <Button
                weight="primary"
                aria-busy={asking.isPending}
                onClick={() => asking.isPending || asking.mutate(chosen.id)}
              >
                {words.ask}
              </Button>
            </div>
          </>
        )}
        <FailureLine error={asking.error} />
        {asking.isSuccess && (
          <p role="status">
            {words.added(people.data?.people.find(({ id }) => id === asking.variables)?.name ?? "")}
          </p>
        )}
      </div>
    </section>
  );
}
