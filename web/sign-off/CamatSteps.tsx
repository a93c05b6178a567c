import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { AskedStep } from "./AskedStep.tsx";
import { inGroups } from "./in-groups.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

interface Props {
  document: DocumentPageData["document"];
  signing: DocumentPageData["signing"];
  /** In words. */
  submittedAt: string;
}

const route = api.documents[":documentId"];

/** The camat signs what was submitted, or sends it back with a reason. */
export function CamatSteps({ document, signing, submittedAt }: Props) {
  const words = useSignOffMessages();
  const [isReturning, setReturning] = useState(false);
  const { submission, answers, may } = signing;
  const param = { documentId: document.id };
  const objections = answers.filter(({ answer }) => answer === "objected").length;
  const missing = answers.filter(({ answer }) => answer === null).length;
  const { fingerprint = "" } = submission ?? {};
  return (
    <div className="row">
      {may.sign && (
        <AskedStep
          button={words.sign.button}
          icon="check"
          weight="primary"
          question={words.sign.question(document.title)}
          take={() => requireOk(route["sign-off"].$put({ param, json: { fingerprint } }))}
        >
          <p>{words.sign.consequence(submittedAt)}</p>
          {objections > 0 && (
            <p>
              <strong>{words.sign.objections(objections)}</strong>
            </p>
          )}
          {missing > 0 && <p>{words.sign.missing(missing)}</p>}
          <p className="small">
            {words.sign.prompt} <code className="fingerprint">{inGroups(fingerprint)}</code>
          </p>
        </AskedStep>
      )}
      {may.sendBack && (
        <Button icon="back" onClick={() => setReturning(true)}>
          {words.sendBack.button}
        </Button>
      )}
      {isReturning && (
        <ReasonDialog
          words={words.sendBack}
          take={(reason) => requireOk(route.return.$put({ param, json: { reason } }))}
          onClose={() => setReturning(false)}
        />
      )}
    </div>
  );
}
