import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { faultyQuestions } from "../../../domain/survey/check-questions.ts";
import { api, readResponse, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { Notice } from "../../design/Notice.tsx";
import { useKeptForm } from "../../forums/use-kept-form.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { type SurveyData, surveyQuery } from "../survey-query.ts";
import { surveysKey } from "../waiting-surveys.ts";
import { OpenDialog } from "./OpenDialog.tsx";
import { PhonePreview } from "./PhonePreview.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { SurveySettings } from "./SurveySettings.tsx";
import { type SurveyWords, toSend, wordsOf } from "./survey-words.ts";

/** What was typed, and the revision that it began from. */
interface Written {
  revision: number;
  words: SurveyWords;
}

type Sheet = "preview" | "open" | "remove" | null;

/** A draft being written: kept on this device until it is saved. */
export function BuildDesk({ survey }: { survey: SurveyData }) {
  const { build: words, version } = useSurveyMessages();
  const queryClient = useQueryClient();
  const [sheet, setSheet] = useState<Sheet>(null);
  const [wasTried, setTried] = useState(false);
  const saved = wordsOf(survey);
  const form = useKeptForm<Written>(`survey ${survey.id}`, {
    revision: survey.revision,
    words: saved,
  });
  const { revision: basedOn, words: typed } = form.typed;
  const write = (next: SurveyWords) => form.set({ revision: basedOn, words: next });
  const isChanged = !isSame(typed, saved);
  const faults = faultyQuestions(typed.questions);
  const saving = useMutation({
    mutationFn: (words: SurveyWords) =>
      readResponse(
        api.surveys[":surveyId"].$put({
          param: { surveyId: survey.id },
          json: { ...toSend(words), revision: basedOn },
        }),
      ),
    onSuccess: ({ revision }, words) => {
      const kept = toSend(words);
      queryClient.setQueryData(
        surveyQuery(survey.id).queryKey,
        (page) => page && { ...page, ...kept, revision },
      );
      // What was typed meanwhile is not saved yet.
      const isAll = isSame(form.typed.words, words);
      form.set({ revision, words: isAll ? kept : form.typed.words });
      if (isAll) form.clear();
    },
  });
  const open = async () => {
    setTried(true);
    if (typed.questions.length === 0 || faults.length > 0) return;
    if (isChanged) await saving.mutateAsync(typed);
    setSheet("open");
  };
  return (
    <>
      <header className="section">
        <h1>{words.title}</h1>
        {survey.version > 1 && <p className="soft">{version(survey.version)}</p>}
      </header>
      {isChanged && basedOn !== survey.revision && (
        <div className="section" role="alert">
          <Notice icon="warning" tone="wait">
            {words.changedByOther}
          </Notice>
          <div className="row">
            <Button onClick={() => form.set({ revision: survey.revision, words: saved })}>
              {words.takeTheirs}
            </Button>
            <Button
              weight="quiet"
              onClick={() => form.set({ revision: survey.revision, words: typed })}
            >
              {words.keepMine}
            </Button>
          </div>
        </div>
      )}
      <SurveySettings words={typed} onChange={write} />
      <QuestionList
        questions={typed.questions}
        faults={wasTried ? faults : []}
        onChange={(questions) => write({ ...typed, questions })}
      />
      <div className="build-foot">
        <p role="status" className="small soft">
          {saving.isPending ? words.saving : isChanged ? words.unsaved : words.saved}
        </p>
        {wasTried && (typed.questions.length === 0 || faults.length > 0) && (
          <p className="failure-line">{words.notComplete}</p>
        )}
        <FailureLine error={saving.error} />
        <div className="row">
          <Button
            icon="check"
            aria-busy={saving.isPending}
            disabled={!isChanged}
            onClick={() => saving.isPending || saving.mutate(typed)}
          >
            {words.save}
          </Button>
          <Button icon="devices" onClick={() => setSheet("preview")}>
            {words.preview}
          </Button>
          <Button weight="primary" icon="send" onClick={() => void open().catch(() => undefined)}>
            {words.open}
          </Button>
          <Button weight="quiet" icon="close" onClick={() => setSheet("remove")}>
            {words.removeDraft}
          </Button>
        </div>
      </div>
      {sheet === "preview" && <PhonePreview words={typed} onClose={() => setSheet(null)} />}
      {sheet === "open" && <OpenDialog survey={survey} onClose={() => setSheet(null)} />}
      {sheet === "remove" && (
        <RemoveDialog survey={survey} clear={form.clear} onClose={() => setSheet(null)} />
      )}
    </>
  );
}

function isSame(words: SurveyWords, others: SurveyWords): boolean {
  return JSON.stringify(words) === JSON.stringify(others);
}

interface RemoveProps {
  survey: SurveyData;
  clear: () => void;
  onClose: () => void;
}

function RemoveDialog({ survey, clear, onClose }: RemoveProps) {
  const { build: words } = useSurveyMessages();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const removing = useMutation({
    mutationFn: () =>
      requireOk(
        api.surveys[":surveyId"].$delete({
          param: { surveyId: survey.id },
          query: { revision: `${survey.revision}` },
        }),
      ),
    onSuccess: () => {
      clear();
      navigate("/program/survei", { replace: true });
      return queryClient.invalidateQueries({ queryKey: [...surveysKey, "list"] });
    },
  });
  return (
    <ConfirmDialog
      title={words.removeTitle(survey.title)}
      confirm={words.removeDraft}
      cancel={words.cancel}
      isDangerous
      isPending={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={onClose}
    >
      <p>{words.removeWords}</p>
    </ConfirmDialog>
  );
}
