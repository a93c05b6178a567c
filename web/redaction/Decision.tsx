import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { AskedStep } from "../sign-off/AskedStep.tsx";
import { ReasonDialog } from "../sign-off/ReasonDialog.tsx";
import { Consequences } from "./Consequences.tsx";
import type { Redaction } from "./redactions-query.ts";

const route = api.documents[":documentId"].redactions[":redactionId"];

/** The camat has it done or rejects it; a facilitator takes it back. */
export function Decision({ documentId, redaction }: { documentId: string; redaction: Redaction }) {
  const { id: redactionId, units, may } = redaction;
  const { decide: words } = useRedactionMessages();
  const [isRejecting, setRejecting] = useState(false);
  const param = { documentId, redactionId };
  if (!may.decide && !may.takeBack) return null;
  return (
    <div className="row">
      {may.decide && (
        <>
          <AskedStep
            button={words.confirm}
            weight="primary"
            question={words.question(units)}
            isDangerous
            take={() => requireOk(route.confirmation.$put({ param }))}
          >
            <Consequences way="redact" isSubmitted />
          </AskedStep>
          <Button onClick={() => setRejecting(true)}>{words.reject}</Button>
        </>
      )}
      {may.takeBack && (
        <AskedStep
          button={words.takeBack}
          icon="undo"
          question={`${words.takeBack}?`}
          take={() => requireOk(route.$delete({ param }))}
        >
          {null}
        </AskedStep>
      )}
      {isRejecting && (
        <ReasonDialog
          words={{
            title: words.rejectTitle,
            reason: words.rejectReason,
            hint: words.rejectHint,
            send: words.reject,
          }}
          take={(reason) => requireOk(route.rejection.$put({ param, json: { reason } }))}
          onClose={() => setRejecting(false)}
        />
      )}
    </div>
  );
}
