import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortName } from "../../domain/regulations.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { Citation } from "../regulations/Citation.tsx";
import { regulationsQuery } from "../regulations/regulations-query.ts";
import { type Answer, type QuestionPageData, questionsKey } from "./questions-query.ts";
import { VoiceBadge } from "./VoiceBadge.tsx";
import { Withdrawal } from "./Withdrawal.tsx";

interface Props {
  data: QuestionPageData;
  answer: Answer;
}

/** One answer; whether it stands, and on which regulation it rests. */
export function AnswerItem({ data: { question, standing, may }, answer }: Props) {
  const { question: words, questions } = useSharingMessages();
  const [isMarking, setMarking] = useState(false);
  const { data: register } = useQuery(regulationsQuery);
  const isStanding = standing?.answerId === answer.id;
  const mark = useMark(question.id, standing);
  const basis = register?.regulations.find(({ id }) => id === standing?.regulationId);
  return (
    <li className="listed-item" data-standing={isStanding}>
      <p className="row small">
        {isStanding && (
          <StatusBadge tone="good" icon="check">
            {words.standing}
          </StatusBadge>
        )}
        <VoiceBadge voice={answer.voice} />
        {answer.isAsker && <span className="soft">{questions.asker}</span>}
      </p>
      <p className="said">{answer.text}</p>
      {isStanding && basis && (
        <p className="small">
          {words.restsOn} <Citation regulationId={basis.id}>{shortName(basis)}</Citation>
        </p>
      )}
      <div className="row">
        {may.mark && !isStanding && (
          <Button icon="check" onClick={() => setMarking(true)}>
            {words.mark}
          </Button>
        )}
        {may.mark && isStanding && (
          <Button
            weight="quiet"
            icon="undo"
            onClick={() => mark.mutate({ answerId: null, regulationId: null })}
          >
            {words.unmark}
          </Button>
        )}
        {answer.mayWithdraw && (
          <Withdrawal
            name={words.withdrawAnswer}
            question={words.withdrawAnswerQuestion}
            consequence={words.withdrawAnswerConsequence}
            withdraw={() =>
              requireOk(
                api.questions[":questionId"].answers[":answerId"].$delete({
                  param: { questionId: question.id, answerId: answer.id },
                }),
              )
            }
          />
        )}
      </div>
      <FailureLine error={mark.error} />
      {isMarking && (
        <MarkDialog
          questionId={question.id}
          standing={standing}
          answerId={answer.id}
          onClose={() => setMarking(false)}
        />
      )}
    </li>
  );
}

interface MarkDialogProps extends Pick<QuestionPageData, "standing"> {
  questionId: string;
  answerId: string;
  onClose: () => void;
}

const none = "";
const noStanding = { answerId: null, regulationId: null };

function MarkDialog({ questionId, standing, answerId, onClose }: MarkDialogProps) {
  const { question: words } = useSharingMessages();
  const { data: register } = useQuery(regulationsQuery);
  const [regulationId, setRegulationId] = useState(none);
  // What stood when it was opened: another that was marked meanwhile is shown behind it first.
  const [seen, setSeen] = useState(standing);
  const mark = useMark(questionId, seen, onClose);
  useMeanwhile({ error: mark.error, known: standing, basedOn: seen, onSeen: setSeen });
  const choices = register?.regulations ?? [];
  return (
    <FormDialog
      title={words.markTitle}
      send={words.markSend}
      cancel={words.cancel}
      isPending={mark.isPending}
      error={mark.error}
      onSend={() => mark.mutate({ answerId, regulationId: regulationId || null })}
      onClose={onClose}
    >
      <SelectField
        label={words.markHint}
        value={regulationId}
        options={[
          [none, words.noRegulation],
          ...choices.map((each) => [each.id, shortName(each)] as const),
        ]}
        onChoose={setRegulationId}
      />
    </FormDialog>
  );
}

function useMark(
  questionId: string,
  standing: QuestionPageData["standing"],
  onSuccess?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (json: { answerId: string | null; regulationId: string | null }) =>
      requireOk(
        api.questions[":questionId"].standing.$put({
          param: { questionId },
          json: { ...json, basedOn: standing ?? noStanding },
        }),
      ),
    ...(onSuccess ? { onSuccess } : {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: questionsKey }),
  });
}
