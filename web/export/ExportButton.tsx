import { lazy, Suspense, useState } from "react";
import { Button } from "../design/Button.tsx";
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
      <div>
        <Button weight="quiet" icon="down" onClick={() => setOpen(true)}>
          {words.download}
        </Button>
      </div>
      {isOpen && (
        <Suspense>
          <ExportDialog data={data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
