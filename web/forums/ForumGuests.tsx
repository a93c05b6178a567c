import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import type { ForumPageData } from "./forum-query.ts";
import { KnownGuest } from "./KnownGuest.tsx";
import { NewGuest } from "./NewGuest.tsx";

type Official = ForumPageData["officials"][number];

/** Who comes to look on or to take part for no village: of an office, a campus, a community. */
export function ForumGuests({ data }: { data: ForumPageData }) {
  const { guests: words, cancel } = usePrepareMessages();
  const { roles: roleNames, sectors: sectorNames } = useMessages();
  const queryClient = useQueryClient();
  const [removed, setRemoved] = useState<Official | null>(null);
  const forumId = data.forum.id;
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ["forum", forumId] }),
      queryClient.invalidateQueries({ queryKey: ["people"] }),
    ]);
  const removing = useMutation({
    mutationFn: (personId: string) =>
      requireOk(
        api.forums[":forumId"].members[":personId"].$delete({ param: { forumId, personId } }),
      ),
    onSuccess: () => setRemoved(null),
    onSettled: refresh,
  });
  const guests = data.officials.filter(isGuest);
  return (
    <>
      <p>{words.hint}</p>
      {guests.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ul>
          {guests.map((guest) => (
            <li key={guest.id} className="guest">
              <span className="village-lines">
                <strong>{guest.name}</strong>
                <span>
                  {guest.position}, {guest.office}
                </span>
                <span className="small soft">
                  {guest.sector ? sectorNames[guest.sector] : words.noSector} ·{" "}
                  {guest.roles.map((role) => roleNames[role]).join(", ")}
                </span>
              </span>
              <Button aria-label={words.removeNamed(guest.name)} onClick={() => setRemoved(guest)}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewGuest forumId={forumId} onAdded={refresh} />
      <KnownGuest data={data} onAdded={refresh} />
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
          <p>{words.removeWhat}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function isGuest({ roles }: Official): boolean {
  return roles.every((role) => role === "observer" || role === "participant");
}
