import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { VillageTicks } from "../design/VillageTicks.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { formatMoment } from "../time.ts";
import type { SurveyData } from "./survey-query.ts";
import { surveysKey } from "./waiting-surveys.ts";

/** Each village that is asked or has answered, and how that stands; never what it answered. */
export function VillagesFollowed({ survey }: { survey: SurveyData }) {
  const { follow } = useSurveyMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const [isChanging, setChanging] = useState(false);
  const villages = survey.villages ?? [];
  const concerned = villages.filter(({ isAsked, answers }) => isAsked || answers > 0);
  const waiting = concerned.filter(({ answers }) => answers === 0);
  const ordered = [...waiting, ...concerned.filter(({ answers }) => answers > 0)];
  return (
    <section className="section" aria-labelledby="who-answered">
      <h2 id="who-answered">{follow.whoAnswered}</h2>
      <ul className="followed-villages">
        {ordered.map((village) => (
          <li key={village.id}>
            <VillageBadge village={village} />
            <span className={village.answers > 0 ? "" : "soft"}>
              {village.lastSentAt === null
                ? follow.notYet
                : follow.answered(formatMoment(village.lastSentAt, Date.now(), messages, language))}
              {village.answers > 1 && ` · ${follow.answers(village.answers)}`}
              {village.late > 0 && ` · ${follow.lateCount(village.late)}`}
              {!village.isAsked && ` · ${follow.left}`}
            </span>
          </li>
        ))}
      </ul>
      {survey.mayMake && survey.status === "open" && (
        <div className="row">
          <Button icon="people" onClick={() => setChanging(true)}>
            {follow.changeVillages}
          </Button>
        </div>
      )}
      {isChanging && <ChangeVillages survey={survey} onClose={() => setChanging(false)} />}
    </section>
  );
}

function ChangeVillages({ survey, onClose }: { survey: SurveyData; onClose: () => void }) {
  const { build, follow } = useSurveyMessages();
  const queryClient = useQueryClient();
  const villages = survey.villages ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    villages.filter(({ isAsked }) => isAsked).map(({ id }) => id),
  );
  const saving = useMutation({
    mutationFn: () =>
      requireOk(
        api.surveys[":surveyId"].villages.$put({
          param: { surveyId: survey.id },
          json: { villageIds: [...chosen] },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: surveysKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={follow.changeVillages}
      send={follow.saveVillages}
      cancel={follow.cancel}
      isPending={saving.isPending}
      error={saving.error}
      onSend={() => saving.mutate()}
      onClose={onClose}
    >
      <VillageTicks
        legend={build.villages}
        all={build.all}
        villages={villages}
        chosen={chosen}
        onChoose={setChosen}
      />
    </FormDialog>
  );
}
