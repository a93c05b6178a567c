import "../register/register.css";
import { Link } from "wouter";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { ReadButton } from "./ReadButton.tsx";
import type { UnreadData } from "./unread-query.ts";

/** At home until it was read. */
export default function UnreadAnnouncements({ data }: { data: UnreadData }) {
  const { announcements: words } = useSharingMessages();
  return (
    <section className="section" aria-labelledby="news">
      <h2 id="news">{words.title}</h2>
      <ul className="follow-ups">
        {data.announcements.map(({ id, title, text }) => (
          <li key={id} className="follow-up">
            <h3>{title}</h3>
            {text && <p className="said">{text}</p>}
            <div className="row">
              <ReadButton id={id} title={title} />
            </div>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/program/pengumuman">{words.all}</Link>
      </p>
    </section>
  );
}
