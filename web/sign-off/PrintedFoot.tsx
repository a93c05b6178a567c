import "./printed-foot.css";
import { QrCode } from "../design/QrCode.tsx";
import { personName, villageName } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { id as messages } from "../messages/id.ts";
import { printId as words } from "../messages/print-id.ts";
import { reviewId } from "../messages/review-id.ts";
import { signOffId } from "../messages/sign-off-id.ts";
import { formatDay, formatTime } from "../time.ts";
import { inGroups } from "./in-groups.ts";

type Signing = DocumentPageData["signing"];

/** Below the text on paper: what the villages said, who signed, and how anybody checks it. */
export default function PrintedFoot({ data, isSignedAbove = false, nip }: Props) {
  const { document, signing, reviews = [] } = data;
  const { submission, signOff, answers } = signing;
  const latest = reviews.filter(({ isLatest }) => isLatest);
  return (
    <footer className="printed-foot" lang="id">
      {answers.length > 0 && (
        <section>
          <h2>{signOffId.answers}</h2>
          <ul>
            {answers.map((answer) => (
              <li key={answer.village.id}>
                <strong>{villageName(answer.village, messages.masks)}</strong>: {said(answer)}
                {answer.reason !== "" && <blockquote>{answer.reason}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {latest.map((review) => (
        <p key={`${review.place} ${review.at}`}>{reviewed(review)}</p>
      ))}
      {submission && !isSignedAbove && <Signature signOff={signOff} nip={nip} />}
      {signOff && isSignedAbove && <p>{words.approved(officeOf(signOff), momentOf(signOff.at))}</p>}
      {submission && <Check fingerprint={submission.fingerprint} isSigned={signOff !== null} />}
      <p className="printed-small">
        {document.kind === "case" && `${words.caseFoot} `}
        {words.status(messages.documentStatuses[document.status], momentOf(Date.now()))}
      </p>
    </footer>
  );
}

interface Props {
  data: DocumentPageData;
  /** Whether a block for a hand stands above it already. */
  isSignedAbove?: boolean;
  /** As somebody typed it; empty: no line for it, left out: a line to write on. */
  nip?: string | undefined;
}

function Signature({ signOff, nip }: Pick<Signing, "signOff"> & Pick<Props, "nip">) {
  const { signature } = words;
  return (
    <div className="printed-signature">
      <p>{signOff ? signature.signed(momentOf(signOff.at)) : signature.unsigned}</p>
      <p>{[signOff?.position ?? signature.position, signOff?.office].filter(Boolean).join(", ")}</p>
      <p className="printed-name">{signOff?.by && personName(signOff.by, messages.masks)}</p>
      {nip !== "" && <p>{nip === undefined ? signature.nip : signature.nipOf(nip)}</p>}
    </div>
  );
}

function officeOf({ by, position, office }: NonNullable<Signing["signOff"]>): string {
  const name = by && personName(by, messages.masks);
  return [name, position ?? words.signature.position, office].filter(Boolean).join(", ");
}

function Check({ fingerprint, isSigned }: { fingerprint: string; isSigned: boolean }) {
  const address = `${location.origin}/periksa`;
  return (
    <section className="printed-check">
      <QrCode text={`${address}#${fingerprint}`} label={words.qr} />
      <div>
        <h2>{signOffId.fingerprint.label}</h2>
        <p>
          <code className="fingerprint">{inGroups(fingerprint)}</code>
        </p>
        <p>{words.check(address)}</p>
        {!isSigned && <p>{words.notYet}</p>}
        <p>{signOffId.isRecord}</p>
      </div>
    </section>
  );
}

function said({ answer, by, at }: Signing["answers"][number]): string {
  if (answer === null || at === null) return words.noAnswer;
  const who = by ? personName(by, messages.masks) : "";
  return words.answer(signOffId.kinds[answer], who, momentOf(at));
}

function reviewed(review: DocumentPageData["reviews"][number]): string {
  const { by, position, office, at, hasChangedSince } = review;
  const who = [by && personName(by, messages.masks), position, office].filter(Boolean).join(", ");
  const said =
    who === "" ? reviewId.reviewed(momentOf(at)) : reviewId.reviewedBy(who, momentOf(at));
  return hasChangedSince ? `${said}. ${reviewId.changedSince}.` : `${said}.`;
}

function momentOf(at: number): string {
  return words.moment(formatDay(at), formatTime(at));
}
