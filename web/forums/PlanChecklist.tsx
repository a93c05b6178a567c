import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import ForumMoves from "../statuses/ForumMoves.tsx";
import type { ForumPageData } from "./forum-query.ts";
import { withoutRepresentative } from "./representative-of.ts";

/** What a forum needs before it begins, each a tap away. */
export function PlanChecklist({ data }: { data: ForumPageData }) {
  const { plan: words } = usePrepareMessages();
  const { forum, agenda, villages, moves } = data;
  const hasContent = agenda.some(({ kind }) => ["case", "module", "practice"].includes(kind));
  const missing = withoutRepresentative(villages);
  const hasRepresentatives = villages.length > 0 && missing.length === 0;
  const isSent = forum.status !== "planned";
  return (
    <section className="section" aria-labelledby="plan">
      <h2 id="plan">{words.title}</h2>
      <ol className="plan-steps">
        <Step
          title={words.agenda}
          isDone={hasContent}
          note={hasContent ? words.agendaDone(agenda.length) : words.agendaMissing}
          href={hasContent ? `/forum/${forum.id}` : `/forum/${forum.id}/kasus`}
        />
        <Step
          title={words.villages}
          isDone={villages.length > 0}
          note={villages.length > 0 ? words.villagesDone(villages.length) : words.villagesMissing}
          href={`/forum/${forum.id}/desa`}
        />
        <Step
          title={words.representatives}
          isDone={hasRepresentatives}
          note={
            hasRepresentatives
              ? words.representativesDone
              : villages.length === 0
                ? words.villagesMissing
                : words.representativesMissing(missing.map(({ name }) => name).join(", "))
          }
          href={`/forum/${forum.id}/desa${missing.length === 1 ? `/${missing[0]?.id}` : ""}`}
        />
        <Step
          title={words.send}
          isDone={isSent}
          note={isSent ? words.sent : words.sendHint}
          href="/kelola/orang"
        >
          {moves.includes("invited") && <ForumMoves {...data} moves={["invited"]} />}
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  title: string;
  isDone: boolean;
  note: string;
  href: string;
  children?: ReactNode;
}

function Step({ title, isDone, note, href, children }: StepProps) {
  const { plan: words } = usePrepareMessages();
  return (
    <li className="plan-step" data-done={isDone}>
      <Icon name={isDone ? "check" : "clock"} />
      <span className="step-words">
        <Link href={href} className="whole-card-link">
          {title}
          <span className="only-read-aloud"> ({isDone ? words.done : words.open})</span>
        </Link>
        <span className="small">{note}</span>
      </span>
      <Icon name="forward" />
      {children && <div className="step-more">{children}</div>}
    </li>
  );
}
