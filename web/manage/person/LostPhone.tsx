import "./LostPhone.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, readResponse } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { Card } from "../../design/Card.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { type PersonCare, personKey } from "./PersonPage.tsx";

/** A one-time code for who lost the phone, shown once. */
export function LostPhone({ person: { id: personId, name } }: { person: PersonCare["person"] }) {
  const { person: words, cancel } = useCareMessages();
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const make = useMutation({
    mutationFn: () => readResponse(api.people[":personId"].code.$post({ param: { personId } })),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: personKey(personId) });
    },
  });
  return (
    <section className="section">
      <h2>{words.codeTitle}</h2>
      {make.data ? (
        <Card weight="main">
          <h3>{words.code}</h3>
          <p className="sign-in-code">{make.data.code}</p>
          <TimeLeft until={make.data.expiresAt} />
          <p>{words.codeOnce}</p>
        </Card>
      ) : (
        <p>{words.codeWords}</p>
      )}
      <div className="row">
        <Button icon="numbers" onClick={() => setAsking(true)}>
          {words.makeCode}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.codeSure(name)}
          confirm={words.makeCode}
          cancel={cancel}
          isPending={make.isPending}
          error={make.error}
          onConfirm={() => make.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.codeConsequence(name)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function TimeLeft({ until }: { until: number }) {
  const { person: words } = useCareMessages();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  if (seconds === 0) return <p role="status">{words.codeOver}</p>;
  const time = `${Math.floor(seconds / 60)}.${`${seconds % 60}`.padStart(2, "0")}`;
  return <p>{words.codeLeft(time)}</p>;
}
