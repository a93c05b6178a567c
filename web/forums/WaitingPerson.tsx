import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { Sentence } from "../sign-in/Sentence.tsx";
import { formatTime } from "../time.ts";

interface Props {
  forumId: string;
  claim: {
    id: string;
    saidName: string | null;
    villageName: string | null;
    createdAt: number;
    suggestions: { id: string; name: string; position: string }[];
  };
  onChange: () => unknown;
}

const shownFirst = 3;

/** Somebody before the door, and who of the invited they may be, the likeliest first. */
export function WaitingPerson({ forumId, claim, onChange }: Props) {
  const { door } = useDeviceMessages();
  const [showsAll, setShowsAll] = useState(false);
  const claims = api.forums[":forumId"].door.claims[":claimId"];
  const param = { forumId, claimId: claim.id };
  const confirm = useMutation({
    mutationFn: (personId: string) =>
      requireOk(claims.confirmation.$post({ param, json: { personId } })),
    onSettled: () => onChange(),
  });
  const refuse = useMutation({
    mutationFn: () => requireOk(claims.refusal.$post({ param })),
    onSettled: () => onChange(),
  });
  const name = claim.saidName ?? "";
  const error = confirm.error ?? refuse.error;
  const shown = showsAll ? claim.suggestions : claim.suggestions.slice(0, shownFirst);
  return (
    <li>
      <Card>
        <div>
          <h3>{name}</h3>
          <p>{claim.villageName ?? door.guest}</p>
          <p className="small soft">{door.at(formatTime(claim.createdAt))}</p>
        </div>
        {shown.length > 0 ? (
          <>
            <p>{door.who}</p>
            <ul className="stack">
              {shown.map((person) => (
                <li key={person.id} className="suggestion">
                  <Button
                    aria-busy={confirm.isPending}
                    onClick={() => confirm.isPending || confirm.mutate(person.id)}
                  >
                    {door.confirm(person.name)}
                  </Button>
                  <span className="small soft">{person.position}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{door.noMatch}</p>
        )}
        {error && <Sentence error={error} />}
        <div className="row">
          {shown.length < claim.suggestions.length && (
            <Button weight="quiet" onClick={() => setShowsAll(true)}>
              {door.more}
            </Button>
          )}
          <Button
            weight="danger"
            aria-label={door.refuseNamed(name)}
            onClick={() => refuse.isPending || refuse.mutate()}
          >
            {door.refuse}
          </Button>
        </div>
      </Card>
    </li>
  );
}
