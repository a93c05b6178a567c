import "../register/register.css";
import { useState } from "react";
import { Link } from "wouter";
import { Button, LinkButton } from "../design/Button.tsx";
import { MoreOfList } from "../design/MoreOfList.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { dueWords } from "../register/due-words.ts";
import { FollowUpStateBadge } from "../register/FollowUpStateBadge.tsx";
import { ReportDialog } from "../register/ReportDialog.tsx";
import type { ListedFollowUp } from "../register/register-query.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";

/** Follow-ups that only this person's village, or this host, can do something about. */
export function Reminders({ data }: { data: RemindersData }) {
  const { home } = useRegisterMessages();
  const { more } = useMessages();
  return (
    <>
      {data.own.length > 0 && (
        <MoreOfList shown={2} more={more} className="follow-ups">
          {data.own.map((followUp) => (
            <Reminder key={followUp.id} followUp={followUp} />
          ))}
        </MoreOfList>
      )}
      {data.ownCount > data.own.length && (
        <p>
          <Link href="/tindak-lanjut">{home.more(data.ownCount)}</Link>
        </p>
      )}
      {data.overdue.length > 0 && <Overdue overdue={data.overdue} />}
    </>
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
