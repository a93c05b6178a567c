import "../../design/forms.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, readResponse, requireOk } from "../../api.ts";
import { Button, LinkButton } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { type PersonFields, PersonForm } from "../../design/PersonForm.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { LostPhone } from "./LostPhone.tsx";
import { PersonFacts } from "./PersonFacts.tsx";
import { PersonRoles } from "./PersonRoles.tsx";

export type PersonCare = InferResponseType<(typeof api.people)[":personId"]["$get"]>;
export const personKey = (personId: string) => ["person", personId] as const;

/** Looking after one person. */
export default function PersonPage({ personId }: { personId: string }) {
  const { person: words } = useCareMessages();
  const [isRemoved, setRemoved] = useState(false);
  const query = useQuery({
    queryKey: personKey(personId),
    queryFn: () => readResponse(api.people[":personId"].$get({ param: { personId } })),
    enabled: !isRemoved,
  });
  return (
    <PageFrame title={query.data?.person.name ?? words.title} back="/kelola/orang">
      {isRemoved ? (
        <div className="stack">
          <h1>{words.title}</h1>
          <p role="status">{words.removed}</p>
          <div className="row">
            <LinkButton href="/" icon="home">
              {words.toHome}
            </LinkButton>
          </div>
        </div>
      ) : query.data ? (
        <Care care={query.data} onRemoved={() => setRemoved(true)} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Care({ care, onRemoved }: { care: PersonCare; onRemoved: () => void }) {
  const { person: words } = useCareMessages();
  const { person } = care;
  const queryClient = useQueryClient();
  const [isCorrecting, setCorrecting] = useState(false);
  const correct = useMutation({
    mutationFn: (json: PersonFields) =>
      requireOk(api.people[":personId"].$patch({ param: { personId: person.id }, json })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: personKey(person.id) });
      setCorrecting(false);
    },
  });
  return (
    <>
      <h1>{person.name}</h1>
      {isCorrecting ? (
        <PersonForm
          fields={{
            name: person.name,
            position: person.position,
            phone: person.phone ? `+${person.phone}` : "",
          }}
          words={words}
          isPending={correct.isPending}
          error={correct.error}
          onSave={(fields) => correct.mutate(fields)}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <section className="section">
          <PersonFacts care={care} />
          <div className="row">
            <Button icon="pencil" onClick={() => setCorrecting(true)}>
              {words.correct}
            </Button>
          </div>
        </section>
      )}
      <PersonRoles care={care} />
      <LostPhone person={person} />
      <Removal person={person} onRemoved={onRemoved} />
    </>
  );
}

function Removal({ person, onRemoved }: { person: PersonCare["person"]; onRemoved: () => void }) {
  const { person: words, cancel } = useCareMessages();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () =>
      requireOk(api.people[":personId"].$delete({ param: { personId: person.id } })),
    onSuccess: onRemoved,
  });
  return (
    <section className="section">
      <h2>{words.removeTitle}</h2>
      <p>{words.removeWords}</p>
      <div className="row">
        <Button weight="danger" icon="close" onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.removeSure(person.name)}
          confirm={words.remove}
          cancel={cancel}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.removeConsequence(person.name)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
