import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, requireOk } from "../api.ts";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { PracticeForm, type TypedPractice } from "./PracticeForm.tsx";
import { practicesKey } from "./practices-query.ts";

/** A village tells the others how it does something. */
export function SharePracticePage() {
  const { form } = usePracticesMessages();
  const { person } = useMe();
  return (
    <PageFrame title={form.title} back="/program/praktik">
      <h1>{form.title}</h1>
      {person.village ? (
        <Sharing village={person.village.name} personId={person.id} />
      ) : (
        <Notice icon="warning">{form.noVillage}</Notice>
      )}
    </PageFrame>
  );
}

const begun = (): TypedPractice & { id: string } => ({
  id: crypto.randomUUID(),
  theme: "planning",
  title: "",
  situation: "",
  deed: "",
  cost: "",
  result: "",
  contactOffice: "",
});

function Sharing({ village, personId }: { village: string; personId: string }) {
  const { form } = usePracticesMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const draft = useDeviceDraft(personId, "practice", begun);
  const { typed } = draft;
  const sharing = useMutation({
    mutationFn: (json: ReturnType<typeof begun>) => requireOk(api.practices.$post({ json })),
    onSuccess: (_, { id }) => {
      draft.clear();
      void queryClient.invalidateQueries({ queryKey: practicesKey });
      go(`/program/praktik/${id}`, { replace: true });
    },
  });
  if (typed === null) return <Skeleton rows={4} />;
  return (
    <div className="stack">
      <p>{form.intro(village)}</p>
      <PracticeForm
        typed={typed}
        send={form.send}
        isPending={sharing.isPending}
        error={sharing.error}
        onChange={(next) => draft.set({ ...typed, ...next })}
        onSend={() => sharing.mutate(typed)}
        onCancel={() => go("/program/praktik")}
      />
    </div>
  );
}
