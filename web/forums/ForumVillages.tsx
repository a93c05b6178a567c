import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { peopleQuery } from "../manage/people-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { SortableList } from "../order/SortableList.tsx";
import { useOrder } from "../order/use-order.ts";
import type { ForumPageData } from "./forum-query.ts";
import { representativeOf } from "./representative-of.ts";

/** Which villages are invited, and in which order their lanes stand. */
export function ForumVillages({ data }: { data: ForumPageData }) {
  const { villages: words, cancel } = usePrepareMessages();
  const queryClient = useQueryClient();
  const forumId = data.forum.id;
  const [removed, setRemoved] = useState<{ id: string; name: string } | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["forum", forumId] });
  const routes = api.forums[":forumId"].villages;
  const order = useOrder({
    name: `villages ${forumId}`,
    current: data.villages.map(({ id }) => id),
    save: (villageIds, basedOn) =>
      requireOk(
        routes.$put({
          param: { forumId },
          json: { villageIds: [...villageIds], basedOn: [...basedOn] },
        }),
      ),
    refresh,
  });
  const removing = useMutation({
    mutationFn: (villageId: string) =>
      requireOk(routes[":villageId"].$delete({ param: { forumId, villageId } })),
    onSuccess: () => setRemoved(null),
    onSettled: refresh,
  });
  const villages = order.ids.flatMap((id) => data.villages.find((each) => each.id === id) ?? []);
  return (
    <>
      <section className="section" aria-labelledby="invited">
        <h2 id="invited">{words.invited}</h2>
        {villages.length === 0 && <p className="soft">{words.noneInvited}</p>}
        <SortableList
          label={words.invited}
          items={villages}
          nameOf={({ name }) => name}
          onOrder={order.change}
        >
          {(village) => (
            <div className="village-lines">
              <VillageBadge village={village} />
              <span className="small soft">
                {representativeOf(village)
                  ? words.representative(representativeOf(village)?.name ?? "")
                  : words.noRepresentative}
              </span>
              <span className="row">
                <LinkButton
                  href={`/forum/${forumId}/desa/${village.id}`}
                  aria-label={words.peopleNamed(village.name)}
                >
                  {words.people}
                </LinkButton>
                <Button
                  weight="quiet"
                  aria-label={words.removeNamed(village.name)}
                  onClick={() => setRemoved(village)}
                >
                  {words.remove}
                </Button>
              </span>
            </div>
          )}
        </SortableList>
        <FailureLine error={order.error} />
      </section>
      <Uninvited data={data} onInvited={refresh} />
      {removed && (
        <ConfirmDialog
          title={words.removeSure(removed.name)}
          confirm={words.removeNamed(removed.name)}
          cancel={cancel}
          isDangerous
          isPending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate(removed.id)}
          onClose={() => {
            setRemoved(null);
            removing.reset();
          }}
        >
          <p>{words.removeLeave}</p>
          <p>{words.removeKept}</p>
          <p>{words.removeUnsent}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Uninvited({ data, onInvited }: { data: ForumPageData; onInvited: () => unknown }) {
  const { villages: words } = usePrepareMessages();
  const people = useQuery(peopleQuery);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const invited = new Set(data.villages.map(({ id }) => id));
  const others = (people.data?.villages ?? []).filter(({ id }) => !invited.has(id));
  const wanted = chosen.filter((id) => others.some((village) => village.id === id));
  const inviting = useMutation({
    mutationFn: () =>
      requireOk(
        api.forums[":forumId"].villages.$post({
          param: { forumId: data.forum.id },
          json: { villageIds: [...wanted] },
        }),
      ),
    onSuccess: () => setChosen([]),
    onSettled: () => onInvited(),
  });
  return (
    <section className="section" aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      <FailureLine error={people.error ?? inviting.error} />
      {people.data && others.length === 0 && <p className="soft">{words.allInvited}</p>}
      {others.length > 0 && (
        <>
          <div className="village-ticks">
            {others.map((village) => (
              <label key={village.id} className="tick">
                <input
                  type="checkbox"
                  checked={wanted.includes(village.id)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...wanted, village.id]
                        : wanted.filter((id) => id !== village.id),
                    )
                  }
                />
                <VillageBadge village={village} />
              </label>
            ))}
          </div>
          <div className="row">
            <Button
              weight="primary"
              disabled={wanted.length === 0}
              aria-busy={inviting.isPending}
              onClick={() => inviting.isPending || inviting.mutate()}
            >
              {words.invite(wanted.length)}
            </Button>
            {wanted.length < others.length && (
              <Button weight="quiet" onClick={() => setChosen(others.map(({ id }) => id))}>
                {words.all}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
