import "./export.css";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { FormDialog } from "../design/FormDialog.tsx";
import { saveFile } from "../design/save-file.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { useExportMessages } from "../messages/use-export-messages.ts";
import {
  type DocumentForm,
  documentForms,
  fetchDocument,
  fetchLetterhead,
  makeDocumentFile,
} from "./document-files.ts";
import type { PaperSize } from "./docx/paper-size.ts";
import { PaperChoice } from "./PaperChoice.tsx";

interface Props {
  data: DocumentPageData;
  onClose: () => void;
}

/** The document as a file, made on this device of what the room has now. */
export default function ExportDialog({ data: { document, forum }, onClose }: Props) {
  const words = useExportMessages();
  const [form, setForm] = useState<DocumentForm>("docx");
  const [size, setSize] = useState<PaperSize>("f4");
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);
  const making = useMutation({
    mutationFn: async () => {
      const { signal } = controller.current;
      const [source, letterhead] = await Promise.all([
        fetchDocument(document.id, signal),
        document.kind === "module" ? null : fetchLetterhead(forum.id),
      ]);
      const now = Date.now();
      return makeDocumentFile({ ...source, letterhead }, form, size, { now, signal });
    },
    onSuccess: ({ name, type, content }) => {
      saveFile(name, type, [content]);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.title}
      send={words.send}
      cancel={words.cancel}
      icon="down"
      isPending={making.isPending}
      error={making.error}
      onSend={() => making.mutate()}
      onClose={onClose}
    >
      <fieldset className="export-forms">
        <legend>{words.what}</legend>
        {documentForms.map((each) => (
          <label key={each} className="export-form">
            <input
              type="radio"
              name="form"
              checked={form === each}
              onChange={() => setForm(each)}
            />
            {words.forms[each]}
          </label>
        ))}
      </fieldset>
      {form === "docx" && <PaperChoice size={size} onChange={setSize} />}
      {document.isUnnamed && <p className="small soft">{words.unnamed}</p>}
      {making.isPending && <p role="status">{words.making}</p>}
    </FormDialog>
  );
}
