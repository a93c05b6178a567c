import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type EvidenceSubject,
  type ProofKind,
  proofKinds,
} from "../../domain/evidence/evidence-lists.ts";
import { dayInWib } from "../../domain/wib.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { type EvidenceData, evidenceKey } from "./evidence-query.ts";
import { shownDay } from "./shown-values.ts";

interface Props {
  subjectKind: EvidenceSubject;
  subjectId: string;
  forums: EvidenceData["forums"];
  onClose: () => void;
}

/** A forum, an address or some words as evidence. */
export function ProofDialog({ subjectKind, subjectId, forums, onClose }: Props) {
  const { proofs: words, cancel } = useEvidenceMessages();
  const [language] = useLanguage();
  const client = useQueryClient();
  const form = useKeptForm(`proof ${subjectKind} ${subjectId}`, {
    id: crypto.randomUUID(),
    kind: "link" as ProofKind,
    forumId: "",
    url: "",
    words: "",
  });
  const { typed } = form;
  const { kind } = typed;
  const adding = useMutation({
    mutationFn: () =>
      requireOk(
        api.evidence.proofs.$post({
          json: {
            ...{ id: typed.id, subjectKind, subjectId, kind, words: typed.words },
            ...(kind === "forum" ? { forumId: typed.forumId } : {}),
            ...(kind === "link" ? { url: typed.url } : {}),
          },
        }),
      ),
    onSuccess: async () => {
      form.clear();
      onClose();
      await client.invalidateQueries({ queryKey: evidenceKey });
    },
  });
  return (
    <FormDialog
      title={words.add}
      send={words.add}
      cancel={cancel}
      isPending={adding.isPending}
      error={adding.error}
      onSend={() => adding.mutate()}
      onClose={onClose}
    >
      <SelectField
        label={words.kind}
        value={kind}
        options={proofKinds.map((each) => [each, words.kinds[each]] as const)}
        onChoose={(chosen) => form.set({ ...typed, kind: chosen })}
      />
      {kind === "forum" && (
        <SelectField
          label={words.forum}
          value={typed.forumId}
          options={[
            ["", words.noForum] as const,
            ...forums.map(
              ({ id, title, startsAt }) =>
                [id, `${shownDay(dayInWib(startsAt), language)} · ${title}`] as const,
            ),
          ]}
          onChoose={(forumId) => form.set({ ...typed, forumId })}
        />
      )}
      {kind === "link" && (
        <TextField
          label={words.url}
          hint={words.urlHint}
          inputMode="url"
          maxLength={1000}
          required
          value={typed.url}
          onText={(url) => form.set({ ...typed, url })}
        />
      )}
      <TextField
        label={words.words}
        hint={words.wordsHint}
        maxLength={1000}
        required={kind === "words"}
        value={typed.words}
        onText={(text) => form.set({ ...typed, words: text })}
      />
    </FormDialog>
  );
}
