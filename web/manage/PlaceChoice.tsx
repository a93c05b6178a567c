import { can } from "../../domain/permissions.ts";
import { type ForumRole, forumRoles } from "../../domain/roles.ts";
import { SelectField } from "../design/SelectField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import type { ListedForum } from "./people-query.ts";
import { useManageMessages } from "./use-manage-messages.ts";

export interface PlaceChosen {
  forumId: string | null;
  role: ForumRole;
}

interface Props {
  forums: readonly ListedForum[];
  value: PlaceChosen;
  onChange: (value: PlaceChosen) => void;
}

/** To which forum, and as what. */
export function PlaceChoice({ forums, value, onChange }: Props) {
  const words = useManageMessages();
  const { roles: names } = useMessages();
  const given = useGivableRoles();
  return (
    <div className="manage-fields">
      <SelectField
        label={words.forum}
        value={value.forumId ?? ""}
        options={[["", words.noForum], ...forums.map(({ id, title }) => [id, title] as const)]}
        onChoose={(forumId) => onChange({ ...value, forumId: forumId === "" ? null : forumId })}
      />
      {value.forumId !== null && (
        <SelectField
          label={words.role}
          value={value.role}
          options={given.map((role) => [role, names[role]] as const)}
          onChoose={(role) => onChange({ ...value, role })}
        />
      )}
    </div>
  );
}

/** The roles in a forum that the person signed in may give. */
export function useGivableRoles(): ForumRole[] {
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  return forumRoles.filter((role) => can(actor, "person.manage", { roles: [role] }));
}
