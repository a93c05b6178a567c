import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { EvidenceSubject } from "../../domain/evidence/evidence-lists.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FileList } from "../files/FileList.tsx";
import { FilePicker } from "../files/FilePicker.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatMoment } from "../time.ts";
import { type EvidenceData, evidenceKey, type Indicator, type Proof } from "./evidence-query.ts";
import { ProofDialog } from "./ProofDialog.tsx";

interface Props extends Pick<Indicator, "proofs" | "files"> {
  subjectKind: EvidenceSubject;
  subjectId: string;
  mayEdit: boolean;
  keepsFiles: boolean;
  forums: EvidenceData["forums"];
}

/** What proves an indicator or a stage: forums, addresses, words and files. */
export function ProofPart(props: Props) {
  const { subjectKind, subjectId, proofs, files, mayEdit, keepsFiles, forums } = props;
  const { proofs: words } = useEvidenceMessages();
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const refresh = () => void client.invalidateQueries({ queryKey: evidenceKey });
  return (
    <section className="section" aria-labelledby="proofs">
      <h2 id="proofs">{words.title}</h2>
      {proofs.length + files.length === 0 && (
        <p className="soft">{mayEdit ? words.empty : words.emptyToRead}</p>
      )}
      <ul className="evidence-proofs">
        {proofs.map((proof) => (
          <ProofRow key={proof.id} proof={proof} mayEdit={mayEdit} onChange={refresh} />
        ))}
      </ul>
      {mayEdit && (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {isAdding && (
        <ProofDialog
          subjectKind={subjectKind}
          subjectId={subjectId}
          forums={forums}
          onClose={() => setAdding(false)}
        />
      )}
      {(files.length > 0 || (mayEdit && keepsFiles)) && <h3>{words.files}</h3>}
      {files.length > 0 && <FileList files={files} isEvidence onChange={refresh} />}
      {mayEdit && keepsFiles && (
        <FilePicker subjectKind={subjectKind} subjectId={subjectId} onAdded={refresh} />
      )}
    </section>
  );
}

interface RowProps {
  proof: Proof;
  mayEdit: boolean;
  onChange: () => void;
}

function ProofRow({ proof, mayEdit, onChange }: RowProps) {
  const { proofs: words, cancel } = useEvidenceMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () =>
      requireOk(api.evidence.proofs[":proofId"].$delete({ param: { proofId: proof.id } })),
    onSuccess: () => {
      setAsking(false);
      onChange();
    },
  });
  const name = proof.words || proof.forum?.title || proof.url || "";
  const when = formatMoment(proof.createdAt, Date.now(), messages, language);
  return (
    <li className="evidence-proof">
      <span>
        {words.kinds[proof.kind]}: <ProofLink proof={proof} name={name} />
      </span>
      <span className="small soft">{words.by(proof.addedBy, when)}</span>
      {mayEdit && (
        <Button
          weight="quiet"
          icon="close"
          aria-label={words.remove(name)}
          onClick={() => setAsking(true)}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          title={words.removeTitle}
          confirm={words.removeSure}
          cancel={cancel}
          isDangerous
          isPending={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>
            {name}. {words.removeWords}
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function ProofLink({ proof, name }: { proof: Proof; name: string }) {
  if (proof.forum) return <Link href={`/forum/${proof.forum.id}`}>{name}</Link>;
  if (proof.url === null) return name;
  if (proof.url.startsWith("/")) return <Link href={proof.url}>{name}</Link>;
  return (
    <a href={proof.url} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  );
}
