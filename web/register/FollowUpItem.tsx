import "./register.css";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { dueWords } from "./due-words.ts";
import { FollowUpHistory } from "./FollowUpHistory.tsx";
import { FollowUpStateBadge } from "./FollowUpStateBadge.tsx";
import { PostponeDialog } from "./PostponeDialog.tsx";
import { ReminderButton } from "./ReminderButton.tsx";
import { ReportDialog } from "./ReportDialog.tsx";
import type { FollowUp } from "./register-query.ts";

interface Props {
  followUp: FollowUp;
  /** Left out where a heading names the village already. */
  showsVillage: boolean;
  showsForum?: boolean;
  /** More that can be done with it here. */
  children?: ReactNode;
}

/** One promised step: how it stands, until when, and what can be done now. */
export function FollowUpItem({ followUp, showsVillage, showsForum = false, children }: Props) {
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const [opened, setOpened] = useState<"report" | "move" | null>(null);
  const { activity, state, village, document, forum, isGone } = followUp;
  return (
    <li className="follow-up" data-state={state}>
      <p className="row">
        <FollowUpStateBadge state={state} />
        {showsVillage && village && <VillageBadge village={village} />}
        {showsForum && forum && <span className="small soft">{words.fromForum(forum.title)}</span>}
      </p>
      <h4>{activity}</h4>
      {isGone && <p className="small soft">{words.gone}</p>}
      <dl className="follow-up-facts">
        <Fact name={words.dueDate} isStrong={state === "overdue"}>
          {dueWords(followUp, words, language)}
        </Fact>
        <Fact name={words.responsible}>{followUp.responsible}</Fact>
        <Fact name={words.output}>{followUp.output}</Fact>
        <Fact name={words.villageAsWritten}>{followUp.villageText}</Fact>
      </dl>
      <div className="row follow-up-ways">
        {followUp.mayUpdate && (
          <Button
            icon="pencil"
            aria-label={words.updateNamed(activity)}
            onClick={() => setOpened("report")}
          >
            {words.update}
          </Button>
        )}
        {followUp.mayPostpone && (
          <Button
            icon="calendar"
            aria-label={words.postponeNamed(activity)}
            onClick={() => setOpened("move")}
          >
            {words.postpone}
          </Button>
        )}
        {followUp.mayPostpone && state !== "done" && <ReminderButton followUp={followUp} />}
        {children}
        {document && !isGone && (
          <Link
            className="evidence"
            href={`/dokumen/${document.id}#c-${document.nodeId}`}
            aria-label={words.inDocumentNamed(document.title)}
          >
            {words.inDocument}
            <Icon name="forward" />
          </Link>
        )}
      </div>
      <FollowUpHistory history={followUp.history} />
      {opened === "report" && <ReportDialog followUp={followUp} onClose={() => setOpened(null)} />}
      {opened === "move" && <PostponeDialog followUp={followUp} onClose={() => setOpened(null)} />}
    </li>
  );
}

interface FactProps {
  name: string;
  isStrong?: boolean;
  children: string;
}

function Fact({ name, isStrong = false, children }: FactProps) {
  if (children === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isStrong ? <strong className="late">{children}</strong> : children}</dd>
    </div>
  );
}
