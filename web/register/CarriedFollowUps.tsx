import "./register.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { FollowUpItem } from "./FollowUpItem.tsx";
import { type CarriedData, registerKey } from "./waiting-query.ts";

type Order = { take: string[] } | { drop: string };

interface Props {
  forumId: string;
  data: CarriedData;
}

/** What returned from earlier forums; hosts take over what is still open. For the agenda's tab. */
export default function CarriedFollowUps({ forumId, data }: Props) {
  const { carried: words } = useRegisterMessages();
  const queryClient = useQueryClient();
  const routes = api.forums[":forumId"]["carried-follow-ups"];
  const changing = useMutation({
    mutationFn: async (order: Order) => {
      if ("drop" in order) {
        await requireOk(
          routes[":followUpId"].$delete({ param: { forumId, followUpId: order.drop } }),
        );
        return null;
      }
      const json = { followUpIds: order.take };
      return (await readResponse(routes.$post({ param: { forumId }, json }))).added;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: registerKey }),
  });
  const ask = (order: Order) => {
    if (!changing.isPending) changing.mutate(order);
  };
  const { carried, candidates, mayCarry } = data;
  const { isPending } = changing;
  return (
    <section className="section register" aria-labelledby="carried">
      <h2 id="carried">{words.title}</h2>
      {carried.length > 0 ? (
        <ul className="follow-ups">
          {carried.map((followUp) => (
            <FollowUpItem key={followUp.id} followUp={followUp} showsVillage showsForum>
              {mayCarry && (
                <Button
                  weight="quiet"
                  aria-busy={isPending}
                  aria-label={words.dropNamed(followUp.activity)}
                  onClick={() => ask({ drop: followUp.id })}
                >
                  {words.drop}
                </Button>
              )}
            </FollowUpItem>
          ))}
        </ul>
      ) : (
        <p className="soft">{words.empty}</p>
      )}
      <FailureLine error={changing.error} />
      {changing.isSuccess && <Outcome order={changing.variables} added={changing.data} ask={ask} />}
      {candidates.length > 0 && (
        <>
          <p>
            <Button
              icon="tasks"
              aria-busy={isPending}
              onClick={() => ask({ take: candidates.map(({ id }) => id) })}
            >
              {words.take(candidates.length)}
            </Button>
          </p>
          <details className="follow-up-history">
            <summary>{words.choose}</summary>
            <ul className="follow-ups">
              {candidates.map((followUp) => (
                <FollowUpItem key={followUp.id} followUp={followUp} showsVillage showsForum>
                  <Button
                    aria-busy={isPending}
                    aria-label={words.takeOneNamed(followUp.activity)}
                    onClick={() => ask({ take: [followUp.id] })}
                  >
                    {words.takeOne}
                  </Button>
                </FollowUpItem>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

interface OutcomeProps {
  order: Order;
  added: number | null;
  ask: (order: Order) => void;
}

function Outcome({ order, added, ask }: OutcomeProps) {
  const { carried: words } = useRegisterMessages();
  return (
    <div className="row" role="status">
      <span>{added === null ? words.dropped : words.taken(added)}</span>
      {"drop" in order && (
        <Button icon="undo" onClick={() => ask({ take: [order.drop] })}>
          {words.undo}
        </Button>
      )}
    </div>
  );
}
