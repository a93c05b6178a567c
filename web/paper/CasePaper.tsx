import { useMemo } from "react";
import { printId } from "../messages/print-id.ts";
import { useMessages } from "../messages/use-messages.ts";
import PrintedFoot from "../sign-off/PrintedFoot.tsx";
import { documentFoot } from "./document-foot.ts";
import { documentParts } from "./document-paper.ts";
import type { DocumentPaperProps } from "./document-paper-props.ts";
import { PaperPage } from "./PaperPage.tsx";
import { PaperParts } from "./PaperParts.tsx";
import { usePaperSize } from "./paper-size.ts";
import { RedactedList } from "./RedactedList.tsx";

/** The analysis of a case; in an unnamed one villages bear their numbers here too. */
export function CasePaper({ data, reading, forum, letterhead }: DocumentPaperProps) {
  const { documentKinds } = useMessages();
  const [size, setSize] = usePaperSize();
  const parts = useMemo(() => documentParts(data, forum, reading), [data, forum, reading]);
  return (
    <PaperPage
      name={documentKinds.case}
      forumId={forum.forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      foot={documentFoot(data, location.origin)}
    >
      <h1 className="paper-title">{printId.case.title}</h1>
      <PaperParts parts={parts} size={size} />
      <RedactedList data={data} />
      <PrintedFoot data={data} />
    </PaperPage>
  );
}
