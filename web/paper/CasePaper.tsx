import { useMemo } from "react";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { printId } from "../messages/print-id.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import PrintedFoot from "../sign-off/PrintedFoot.tsx";
import { documentFoot } from "./document-foot.ts";
import { documentParts } from "./document-paper.ts";
import type { DocumentPaperProps } from "./document-paper-props.ts";
import { PaperDetails } from "./PaperDetails.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { PaperParts } from "./PaperParts.tsx";
import { usePaperSize } from "./paper-size.ts";
import { RedactedList } from "./RedactedList.tsx";

const begun = () => ({ nip: "" });

/** The analysis of a case; in an unnamed one villages bear their numbers here too. */
export function CasePaper({ data, reading, forum, letterhead }: DocumentPaperProps) {
  const { documentKinds } = useMessages();
  const { signature: words } = usePaperMessages();
  const [size, setSize] = usePaperSize();
  const draft = useDeviceDraft(useMe().person.id, `paper ${data.document.id}`, begun);
  const parts = useMemo(() => documentParts(data, forum, reading), [data, forum, reading]);
  const { typed } = draft;
  if (typed === null) return <Skeleton rows={6} />;
  return (
    <PaperPage
      name={documentKinds.case}
      forumId={forum.forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      foot={documentFoot(data, location.origin)}
      fields={
        data.signing?.submission && (
          <PaperDetails>
            <TextField
              label={words.nip}
              hint={words.nipHint}
              value={typed.nip}
              maxLength={40}
              inputMode="numeric"
              onText={(nip) => draft.set({ nip })}
            />
          </PaperDetails>
        )
      }
    >
      <h1 className="paper-title">{printId.case.title}</h1>
      <PaperParts parts={parts} size={size} />
      <RedactedList data={data} />
      <PrintedFoot data={data} nip={typed.nip} />
    </PaperPage>
  );
}
