import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/Icon.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { patiently } from "../offline/patiently.ts";

const ExportDialog = lazy(() => patiently(() => import("./ExportDialog.tsx")));

/** To the document as a file; what makes it comes only then. */
export function ExportButton({ data }: { data: DocumentPageData }) {
  const { document: words } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="tool" onClick={() => setOpen(true)}>
        <Icon name="down" />
        <span className="tool-name">{words.download}</span>
      </button>
      {isOpen && (
        <Suspense>
          <ExportDialog data={data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
