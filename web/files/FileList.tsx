import "./files.css";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { Icon } from "../design/Icon.tsx";
import { useFilesMessages } from "../messages/use-files-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatMoment } from "../time.ts";

export interface ListedFile {
  id: string;
  name: string;
  sizeBytes: number;
  addedBy: string;
  createdAt: number;
  mayRemove: boolean;
}

interface Props {
  files: readonly ListedFile[];
  /** Whether they lie beside the evidence, and so under an address of their own. */
  isEvidence?: boolean;
  onChange: () => void;
}

/** What lies beside something: to be saved on the device, or removed by whoever may. */
export function FileList({ files, isEvidence = false, onChange }: Props) {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <FileRow key={file.id} file={file} isEvidence={isEvidence} onChange={onChange} />
      ))}
    </ul>
  );
}

interface RowProps extends Omit<Props, "files"> {
  file: ListedFile;
}

function FileRow({ file, isEvidence, onChange }: RowProps) {
  const words = useFilesMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () =>
      isEvidence
        ? requireOk(api.evidence.files[":fileId"].$delete({ param: { fileId: file.id } }))
        : requireOk(api.attachments[":attachmentId"].$delete({ param: { attachmentId: file.id } })),
    onSuccess: () => {
      setAsking(false);
      onChange();
    },
  });
  const under = isEvidence ? "/api/evidence/files" : "/api/attachments";
  const when = formatMoment(file.createdAt, Date.now(), messages, language);
  return (
    <li className="file-row">
      <a className="file-link" href={`${under}/${file.id}`} download={file.name}>
        <Icon name="document" />
        <span>
          {file.name}{" "}
          <span className="soft small">{words.size(Math.ceil(file.sizeBytes / 1000))}</span>
        </span>
      </a>
      <span className="small soft">{words.addedBy(file.addedBy, when)}</span>
      {file.mayRemove && (
        <Button
          weight="quiet"
          aria-label={words.removeNamed(file.name)}
          onClick={() => setAsking(true)}
        >
          {words.remove}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={words.removeTitle}
          confirm={words.removeSure(file.name)}
          cancel={words.keep}
          isDangerous
          isPending={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.removeWhat(file.name)}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
