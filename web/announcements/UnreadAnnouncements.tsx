import "../register/register.css";
import { Link } from "wouter";
import type { Home } from "../home/home-query.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { ReadButton } from "./ReadButton.tsx";

/** At home until it was read. */
export default function UnreadAnnouncements({ announcements }: Pick<Home, "announcements">) {
  const { announcements: words } = useSharingMessages();
  return (
    <section className="section" aria-labelledby="news">
      <h2 id="news">{words.title}</h2>
      <ul className="follow-ups">
        {announcements.map(({ id, title, text }) => (
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
