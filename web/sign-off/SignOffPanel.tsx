import "./sign-off.css";
import { Link, useLocation } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { Notice } from "../design/Notice.tsx";
import { personName } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { PublicationPart } from "../publication/PublicationPart.tsx";
import { formatMoment } from "../time.ts";
import { AskedStep } from "./AskedStep.tsx";
import { CamatSteps } from "./CamatSteps.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { ReviewedLines } from "./ReviewedLines.tsx";
import { VillageAnswers } from "./VillageAnswers.tsx";

const route = api.documents[":documentId"];

/** How a document stands on its way to being signed, and what this person may do about it. */
export default function SignOffPanel({ data }: { data: DocumentPageData }) {
  const { document, signing } = data;
  const messages = useMessages();
  const [language] = useLanguage();
  const words = useSignOffMessages();
  const [, navigate] = useLocation();
  const { submission, signOff, returned, may, corrects, correctedBy } = signing;
  const param = { documentId: document.id };
  const moment = (at: number) => formatMoment(at, Date.now(), messages, language);
  const signer = signOff?.by
    ? [personName(signOff.by, messages.masks), signOff.position, signOff.office]
    : [];
  return (
    <section className="sign-off" aria-label={words.title}>
      {corrects && <OtherLink name={words.corrects} other={corrects} />}
      {correctedBy && <OtherLink name={words.correctedBy} other={correctedBy} />}
      {returned && (
        <Notice icon="warning" tone="wait">
          {words.returned(returned.reason)}
        </Notice>
      )}
      {signOff ? (
        <>
          <p className="sign-off-done">
            <Icon name="check" />
            {signer.length > 0
              ? words.signedBy(signer.filter(Boolean).join(", "), moment(signOff.at))
              : words.signed(moment(signOff.at))}
          </p>
          <p className="small soft">{words.isRecord}</p>
        </>
      ) : (
        submission && (
          <p>
            {submission.by
              ? words.submittedBy(personName(submission.by, messages.masks), moment(submission.at))
              : words.submitted(moment(submission.at))}
          </p>
        )
      )}
      {signOff && (document.status === "signed" || document.status === "published") && (
        <PublicationPart kind="document" subjectId={document.id} title={document.title} />
      )}
      <ReviewedLines documentId={document.id} reviews={data.reviews ?? []} />
      {submission && (
        <VillageAnswers
          documentId={document.id}
          fingerprint={submission.fingerprint}
          answers={signing.answers}
          mayAnswer={may.answer}
        />
      )}
      {submission && (may.sign || may.sendBack) && (
        <CamatSteps document={document} signing={signing} submittedAt={moment(submission.at)} />
      )}
      {may.submit && (
        <AskedStep
          button={words.submit.button}
          icon="send"
          weight="primary"
          question={words.submit.question(document.title)}
          take={() => requireOk(route.submission.$post({ param }))}
        >
          <p>{words.submit.consequence}</p>
        </AskedStep>
      )}
      {may.correct && (
        <AskedStep
          button={words.correct.button}
          icon="pencil"
          question={words.correct.question(document.title)}
          take={() => readResponse(route.correction.$post({ param }))}
          onTaken={({ documentId }) => navigate(`/dokumen/${documentId}`)}
        >
          <p>{words.correct.consequence}</p>
        </AskedStep>
      )}
      {submission && (
        <Button weight="quiet" icon="document" onClick={() => print()}>
          {words.print}
        </Button>
      )}
      {submission && (
        <Fingerprint
          documentId={document.id}
          fingerprint={submission.fingerprint}
          mayDownload={may.download}
        />
      )}
    </section>
  );
}

function OtherLink({ name, other }: { name: string; other: { id: string; title: string } }) {
  return (
    <p>
      {name} <Link href={`/dokumen/${other.id}`}>{other.title}</Link>
    </p>
  );
}
