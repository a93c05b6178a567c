import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { villageName } from "../design/shown-name.ts";
import { VillageBadge } from "../design/VillageBadge.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useStep } from "./use-step.ts";

type Answer = DocumentPageData["signing"]["answers"][number];

interface Props {
  documentId: string;
  /** Of what the answers are about. */
  fingerprint: string;
  answers: readonly Answer[];
  mayAnswer: boolean;
}

const looks: Record<NonNullable<Answer["answer"]> | "none", { tone: Tone; icon: IconName }> = {
  confirmed: { tone: "good", icon: "check" },
  objected: { tone: "danger", icon: "warning" },
  none: { tone: "calm", icon: "clock" },
};

/** What each invited village says of what was submitted, and this person's own answer. */
export function VillageAnswers({ documentId, fingerprint, answers, mayAnswer }: Props) {
  const words = useSignOffMessages();
  const { masks } = useMessages();
  const [isObjecting, setObjecting] = useState(false);
  const say = (json: { answer: NonNullable<Answer["answer"]>; reason: string }) =>
    requireOk(
      api.documents[":documentId"].submission.answer.$put({
        param: { documentId },
        json: { fingerprint, ...json },
      }),
    );
  const confirming = useStep(
    () => say({ answer: "confirmed", reason: "" }),
    () => undefined,
  );
  const own = answers.find(({ isOwn }) => isOwn);
  const given = answers.filter(({ answer }) => answer !== null).length;
  return (
    <>
      <h2 className="sign-off-heading">{words.answers}</h2>
      <p className="small soft">{words.answered(given, answers.length)}</p>
      <ul className="village-answers">
        {answers.map(({ village, answer, reason }) => (
          <li key={village.id}>
            <VillageBadge village={village} />
            <StatusBadge {...looks[answer ?? "none"]}>
              {answer === null ? words.waiting : words.kinds[answer]}
            </StatusBadge>
            {reason !== "" && <p className="village-reason">{reason}</p>}
          </li>
        ))}
      </ul>
      {mayAnswer && own && (
        <fieldset className="own-answer">
          <legend>{words.ownVillage(villageName(own.village, masks))}</legend>
          <p className="small soft">{words.ownHint}</p>
          <div className="row">
            {own.answer !== "confirmed" && (
              <Button
                weight="primary"
                icon="check"
                aria-busy={confirming.isPending}
                onClick={() => confirming.isPending || confirming.mutate()}
              >
                {words.confirm}
              </Button>
            )}
            <Button icon="warning" onClick={() => setObjecting(true)}>
              {words.object}
            </Button>
          </div>
          <FailureLine error={confirming.error} />
        </fieldset>
      )}
      {isObjecting && (
        <ReasonDialog
          words={words.objection}
          take={(reason) => say({ answer: "objected", reason })}
          onClose={() => setObjecting(false)}
        />
      )}
    </>
  );
}
