import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, requireOk } from "../../api.ts";
import { FormDialog } from "../../design/FormDialog.tsx";
import { VillageTicks } from "../../design/VillageTicks.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import type { SurveyData } from "../survey-query.ts";
import { WhoSees } from "../WhoSees.tsx";
import { surveysKey } from "../waiting-surveys.ts";

/** The last look before villages are asked. */
export function OpenDialog({ survey, onClose }: { survey: SurveyData; onClose: () => void }) {
  const { build: words } = useSurveyMessages();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const villages = survey.villages ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(() => villages.map(({ id }) => id));
  const opening = useMutation({
    mutationFn: () =>
      requireOk(
        api.surveys[":surveyId"].opening.$put({
          param: { surveyId: survey.id },
          json: { villageIds: [...chosen], revision: survey.revision },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: surveysKey });
      navigate(`/program/survei/${survey.id}`, { replace: true });
    },
  });
  return (
    <FormDialog
      title={words.openTitle}
      send={opening.isPending ? words.opening : words.openFor(chosen.length)}
      cancel={words.cancel}
      isPending={opening.isPending}
      error={opening.error}
      onSend={() => opening.mutate()}
      onClose={onClose}
    >
      <p>{words.openWords}</p>
      {survey.version > 1 && <p>{words.openReplaces}</p>}
      <WhoSees openness={survey.openness} />
      <VillageTicks
        legend={words.villages}
        all={words.all}
        villages={villages}
        chosen={chosen}
        onChoose={setChosen}
      />
    </FormDialog>
  );
}
