import "../register/register.css";
import { useState } from "react";
import { Link } from "wouter";
import { Button, LinkButton } from "../design/Button.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { dueWords } from "../register/due-words.ts";
import { FollowUpStateBadge } from "../register/FollowUpStateBadge.tsx";
import { ReportDialog } from "../register/ReportDialog.tsx";
import type { ListedFollowUp } from "../register/register-query.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";
import { useSurveyDraft } from "../survey/use-survey-draft.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";
import type { RemindersProps } from "./WaitingForYou.tsx";

/** What only this person's village, or this host, can do. */
export default function Reminders({ data, surveys }: RemindersProps) {
  const { home } = useRegisterMessages();
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{home.title}</h2>
      {surveys.map((survey) => (
        <SurveyReminder key={survey.id} survey={survey} />
      ))}
      {data.own.length > 0 && (
        <ul className="follow-ups">
          {data.own.map((followUp) => (
            <Reminder key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      {data.ownCount > data.own.length && (
        <p>
          <Link href="/tindak-lanjut">{home.more(data.ownCount)}</Link>
        </p>
      )}
      {data.overdue.length > 0 && <Overdue overdue={data.overdue} />}
    </section>
  );
}

function SurveyReminder({ survey }: { survey: WaitingSurvey }) {
  const { waitingHome: words, questionCount } = useSurveyMessages();
  const { draft } = useSurveyDraft(survey.id);
  return (
    <div className="follow-up">
      <h3>{words.answer(survey.title)}</h3>
      <p className="small soft">
        {draft?.isQueued ? words.queued : questionCount(survey.questionCount)}
      </p>
      <p>
        <LinkButton href={`/program/survei/${survey.id}`} icon="pencil">
          {words.fill}
        </LinkButton>
      </p>
    </div>
  );
}

function Reminder({ followUp }: { followUp: ListedFollowUp }) {
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="follow-up" data-state={followUp.state}>
      <p className="row">
        <FollowUpStateBadge state={followUp.state} />
        <span className="small soft">{dueWords(followUp, words, language)}</span>
      </p>
      <h3>{followUp.activity}</h3>
      <p>
        <Button
          icon="pencil"
          aria-label={words.updateNamed(followUp.activity)}
          onClick={() => setOpen(true)}
        >
          {words.update}
        </Button>
      </p>
      {isOpen && <ReportDialog followUp={followUp} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Overdue({ overdue }: Pick<RemindersData, "overdue">) {
  const { home, noVillage } = useRegisterMessages();
  return (
    <div className="follow-up" data-state="overdue">
      <h3>{home.overdueTitle}</h3>
      <ul className="overdue-villages">
        {overdue.map(({ village, count }) => (
          <li key={village?.id ?? ""} className="row">
            {village ? <VillageBadge village={village} /> : noVillage}
            <span className="late">{home.overdue(count)}</span>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton href="/tindak-lanjut" icon="tasks">
          {home.see}
        </LinkButton>
      </p>
    </div>
  );
}
