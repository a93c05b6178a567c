import { VillageBadge } from "../design/VillageBadge.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { FollowUpItem } from "./FollowUpItem.tsx";
import { groupByVillage } from "./group-follow-ups.ts";
import type { FollowUp } from "./register-query.ts";

interface Props {
  followUps: readonly FollowUp[];
  showsForum?: boolean;
}

/** Follow-ups under their villages. */
export function FollowUpGroups({ followUps, showsForum = false }: Props) {
  const { noVillage } = useRegisterMessages();
  const { person } = useMe();
  return groupByVillage(followUps, person.village?.id ?? null).map((group) => (
    <div key={group.village?.id ?? ""} className="section follow-up-group">
      <h3>{group.village ? <VillageBadge village={group.village} /> : noVillage}</h3>
      <ul className="follow-ups">
        {group.followUps.map((followUp) => (
          <FollowUpItem
            key={followUp.id}
            followUp={followUp}
            showsVillage={false}
            showsForum={showsForum}
          />
        ))}
      </ul>
    </div>
  ));
}
