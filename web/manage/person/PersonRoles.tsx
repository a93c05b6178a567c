import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type DistrictRole, districtRoles } from "../../../domain/roles.ts";
import { api, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { type PersonCare, personKey } from "./PersonPage.tsx";

/** The roles that somebody holds in the district; the camat gives and takes them. */
export function PersonRoles({ care: { person, roles, mayGiveRoles } }: { care: PersonCare }) {
  const { person: words, cancel } = useCareMessages();
  const { roles: roleNames } = useMessages();
  const [asked, setAsked] = useState<DistrictRole | null>(null);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: personKey(person.id) });
  const route = api.people[":personId"].roles[":role"];
  const give = useMutation({
    mutationFn: (role: DistrictRole) =>
      requireOk(route.$put({ param: { personId: person.id, role } })),
    onSuccess: refresh,
  });
  const take = useMutation({
    mutationFn: (role: DistrictRole) =>
      requireOk(route.$delete({ param: { personId: person.id, role } })),
    onSuccess: async () => {
      await refresh();
      setAsked(null);
    },
  });
  return (
    <section className="section">
      <h2>{words.rolesTitle}</h2>
      {roles.length === 0 ? (
        <p>{words.noRoles}</p>
      ) : (
        <p>{roles.map((role) => roleNames[role]).join(", ")}</p>
      )}
      {mayGiveRoles && (
        <>
          <p className="small soft">{words.rolesHint}</p>
          <FailureLine error={give.error} />
          <div className="row">
            {districtRoles.map((role) =>
              roles.includes(role) ? (
                <Button key={role} icon="close" onClick={() => setAsked(role)}>
                  {words.take(roleNames[role])}
                </Button>
              ) : (
                <Button
                  key={role}
                  icon="check"
                  aria-busy={give.isPending}
                  onClick={() => give.mutate(role)}
                >
                  {words.give(roleNames[role])}
                </Button>
              ),
            )}
          </div>
        </>
      )}
      {asked && (
        <ConfirmDialog
          title={words.takeTitle(roleNames[asked], person.name)}
          confirm={words.take(roleNames[asked])}
          cancel={cancel}
          isPending={take.isPending}
          error={take.error}
          onConfirm={() => take.mutate(asked)}
          onClose={() => {
            take.reset();
            setAsked(null);
          }}
        >
          <p>{words.takeWords}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
