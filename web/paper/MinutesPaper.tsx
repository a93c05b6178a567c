import { useMemo } from "react";
import { Skeleton } from "../design/Skeleton.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { printId } from "../messages/print-id.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import PrintedFoot from "../sign-off/PrintedFoot.tsx";
import { documentFoot } from "./document-foot.ts";
import { documentParts } from "./document-paper.ts";
import type { DocumentPaperProps } from "./document-paper-props.ts";
import { chairOf } from "./forum-signatories.ts";
import { LinesField } from "./LinesField.tsx";
import { PaperDetails } from "./PaperDetails.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { PaperParts } from "./PaperParts.tsx";
import { usePaperSize } from "./paper-size.ts";
import { RedactedList } from "./RedactedList.tsx";
import { SignatoryFields } from "./SignatoryFields.tsx";
import { type Signatory, SignatureBlock } from "./SignatureBlock.tsx";

interface Typed extends Signatory {
  attachments: string;
}

/** The minutes as a NOTULA, after Permendagri 1/2023. */
export function MinutesPaper({ data, reading, forum, letterhead }: DocumentPaperProps) {
  const { documentKinds } = useMessages();
  const words = usePaperMessages();
  const [size, setSize] = usePaperSize();
  const { document } = data;
  const draft = useDeviceDraft(useMe().person.id, `paper ${document.id}`, () => begun(forum));
  const parts = useMemo(() => documentParts(data, forum, reading), [data, forum, reading]);
  const { typed } = draft;
  if (typed === null) return <Skeleton rows={6} />;
  const attachments = typed.attachments.split("\n").filter((line) => line.trim() !== "");
  return (
    <PaperPage
      name={documentKinds.minutes}
      forumId={forum.forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      foot={documentFoot(data, location.origin)}
      fields={
        <>
          <PaperDetails>
            <SignatoryFields
              value={typed}
              onChange={(signatory) => draft.set({ ...typed, ...signatory })}
            />
            <LinesField
              label={words.minutes.attachments}
              hint={words.minutes.attachmentsHint}
              value={typed.attachments}
              onText={(text) => draft.set({ ...typed, attachments: text })}
            />
          </PaperDetails>
          <p className="small soft">{words.minutes.conclusion}</p>
        </>
      }
    >
      <h1 className="paper-title">{printId.minutes.title}</h1>
      <PaperParts parts={parts} size={size} />
      <SignatureBlock above={printId.minutes.chair} {...typed} />
      {attachments.length > 0 && (
        <section className="paper-attachments">
          <h2>{printId.attachments}</h2>
          <ol>
            {attachments.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )}
      <RedactedList data={data} />
      <PrintedFoot data={data} isSignedAbove />
    </PaperPage>
  );
}

function begun(forum: ForumPageData): Typed {
  return { ...chairOf(forum), attachments: printId.attendanceList };
}
