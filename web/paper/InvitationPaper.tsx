import { districtPlace } from "../../domain/letterhead.ts";
import { formatDay, formatTimeRange } from "../../domain/time.ts";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { printId } from "../messages/print-id.ts";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import type { ForumPaperProps } from "./ForumPaper.tsx";
import { camatOf } from "./forum-signatories.ts";
import { LinesField } from "./LinesField.tsx";
import { PaperDetails } from "./PaperDetails.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { Facts } from "./PaperParts.tsx";
import { usePaperSize } from "./paper-size.ts";
import { SignatoryFields } from "./SignatoryFields.tsx";
import { SignatureBlock } from "./SignatureBlock.tsx";
import { invitationWords } from "./word/invitation-words.ts";

const { invitation: paper } = printId;

function begun({ forum: data, letterhead }: ForumPaperProps) {
  const { forum, villages } = data;
  return {
    ...camatOf(data),
    placeAndDay: `${districtPlace(letterhead.names.district)}, `,
    number: "",
    urgency: "",
    attached: "",
    subject: paper.subject,
    to: villages.map(({ name }) => paper.recipient(name)).join("\n"),
    opening: paper.opening(forum.title),
    note: "",
    copies: "",
  };
}

type Typed = ReturnType<typeof begun>;

/** The letter that invites to a forum. Numbers and days of letters are typed, never invented. */
export function InvitationPaper(props: ForumPaperProps) {
  const words = usePaperMessages();
  const [size, setSize] = usePaperSize();
  const { forum: data, letterhead } = props;
  const { forum, agenda } = data;
  const draft = useDeviceDraft(useMe().person.id, `invitation ${forum.id}`, () => begun(props));
  const { typed } = draft;
  if (typed === null) return <Skeleton rows={6} />;
  const line = (name: keyof typeof words.invitation.lines & keyof Typed) => ({
    label: words.invitation.lines[name],
    value: typed[name],
    onText: (text: string) => draft.set({ ...typed, [name]: text }),
  });
  const copies = linesOf(typed.copies);
  return (
    <PaperPage
      name={words.invitation.name}
      forumId={forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      word={() => invitationWords(data, { ...typed, to: linesOf(typed.to), copies })}
      fields={
        <PaperDetails>
          <TextField {...line("number")} hint={words.numberHint} maxLength={100} />
          <TextField {...line("placeAndDay")} maxLength={100} />
          <TextField {...line("urgency")} maxLength={100} />
          <TextField {...line("attached")} maxLength={100} />
          <TextField {...line("subject")} maxLength={150} />
          <LinesField {...line("to")} hint={words.invitation.linesHint} />
          <LinesField {...line("opening")} />
          <LinesField {...line("note")} />
          <LinesField {...line("copies")} hint={words.invitation.linesHint} />
          <SignatoryFields
            value={typed}
            onChange={(signatory) => draft.set({ ...typed, ...signatory })}
          />
        </PaperDetails>
      }
    >
      <p className="letter-day">{typed.placeAndDay || <span className="blank-line" />}</p>
      <div className="letter-head">
        <Facts
          facts={[
            { name: paper.facts.number, value: typed.number },
            { name: paper.facts.urgency, value: typed.urgency || "-" },
            { name: paper.facts.attached, value: typed.attached || "-" },
            { name: paper.facts.subject, value: typed.subject },
          ]}
        />
        <Addressed to={linesOf(typed.to)} />
      </div>
      <div className="letter-body paper-words">
        <p className="said">{typed.opening}</p>
        <Facts
          facts={[
            { name: paper.facts.day, value: formatDay(forum.startsAt) },
            { name: paper.facts.time, value: formatTimeRange(forum.startsAt, forum.endsAt) },
            { name: paper.facts.place, value: forum.place },
            {
              name: paper.facts.agenda,
              value: agenda.map(({ title }, at) => `${at + 1}. ${title}`).join("\n") || forum.title,
            },
            ...(typed.note.trim() === "" ? [] : [{ name: paper.facts.note, value: typed.note }]),
          ]}
        />
        <p>{paper.closing}</p>
      </div>
      <SignatureBlock {...typed} />
      {copies.length > 0 && (
        <section className="paper-attachments">
          <h3>{paper.copies}</h3>
          <ol>
            {copies.map((copy) => (
              <li key={copy}>{copy}</li>
            ))}
          </ol>
        </section>
      )}
    </PaperPage>
  );
}

function Addressed({ to }: { to: readonly string[] }) {
  return (
    <div>
      <p>{paper.to}</p>
      {to.length === 0 && <div className="blank-line" />}
      {to.length === 1 ? (
        <p>{to[0]}</p>
      ) : (
        <ol>
          {to.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <p>{paper.at}</p>
      <p className="letter-place">{paper.place}</p>
    </div>
  );
}

function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
