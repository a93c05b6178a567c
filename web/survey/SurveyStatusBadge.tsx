import type { SurveyStatus } from "../../domain/survey/rules.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";

const looks: Record<SurveyStatus, [Tone, IconName]> = {
  draft: ["calm", "pencil"],
  open: ["live", "live"],
  closed: ["good", "lock"],
};

export function SurveyStatusBadge({ status }: { status: SurveyStatus }) {
  const { statuses } = useSurveyMessages();
  const [tone, icon] = looks[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {statuses[status]}
    </StatusBadge>
  );
}
