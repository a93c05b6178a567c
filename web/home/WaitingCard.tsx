import "../documents/DocumentList.css";
import { Link } from "wouter";
import { Icon, type IconName } from "../design/Icon.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";

interface Props {
  icon: IconName;
  /** What it waits for. */
  state: string;
  kind?: string;
  title: string;
  /** Where it comes from, or what was asked. */
  from: string;
  since?: string | null;
  href: string;
  button: string;
}

/** One thing that this person does, and the way to it. */
export function WaitingCard({ icon, state, kind, title, from, since, href, button }: Props) {
  const words = useWaitingMessages();
  return (
    <li className="document-row">
      <p className="row small">
        <StatusBadge tone="wait" icon={icon}>
          {state}
        </StatusBadge>
        {kind && <span className="document-kind">{kind}</span>}
      </p>
      <h3>{title}</h3>
      <p className="small soft">{from}</p>
      <p className="document-left small soft">{since}</p>
      <Link
        href={href}
        className="button whole-card-link document-open"
        data-weight="primary"
        aria-label={words.buttonNamed(button, title)}
      >
        {button}
        <Icon name="forward" />
      </Link>
    </li>
  );
}
