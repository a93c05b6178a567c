import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { mapKey } from "./map-query.ts";
import type { VotePageData } from "./problem-query.ts";

/** Which villages take part and which have voted; never what. */
export function Voters({ vote }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  const queryClient = useQueryClient();
  const villages = vote.villages ?? [];
  const asked = villages.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
  const changing = useMutation({
    mutationFn: (villageIds: string[]) =>
      requireOk(
        api["priority-votes"][":voteId"].villages.$put({
          param: { voteId: vote.id },
          json: { villageIds },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  const outside = vote.allVillages.filter(({ id }) => !asked.includes(id));
  return (
    <section className="section" aria-labelledby="voters">
      <h2 id="voters">{words.who}</h2>
      <table className="vote-results">
        <tbody>
          {villages.map((village) => (
            <tr key={village.id}>
              <th scope="row">
                <VillageBadge village={village} />
              </th>
              <td>
                {village.hasVoted ? words.hasVoted : words.hasNot}
                {village.hasLeft && ` · ${words.hasLeft}`}
              </td>
              {vote.may.close && (
                <td>
                  {!village.hasLeft && asked.length > 1 && (
                    <Button
                      weight="quiet"
                      aria-label={`${words.leaves}: ${village.name}`}
                      onClick={() => changing.mutate(asked.filter((id) => id !== village.id))}
                    >
                      {words.leaves}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {vote.may.close && outside.length > 0 && (
        <div className="row">
          {outside.map((village) => (
            <Button
              key={village.id}
              weight="quiet"
              icon="plus"
              onClick={() => changing.mutate([...asked, village.id])}
            >
              {`${words.returns}: ${village.name}`}
            </Button>
          ))}
        </div>
      )}
      <FailureLine error={changing.error} />
    </section>
  );
}
