import "../register/register.css";
import { LinkButton } from "../design/Button.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import type { Home } from "./home-query.ts";

/** Personal data that the camat is asked to have removed. */
export default function WaitingRedactions({ redactions }: Pick<Home, "redactions">) {
  const { waiting: words } = useRedactionMessages();
  return (
    <section className="section" aria-labelledby="waiting-redactions">
      <h2 id="waiting-redactions">{words.title}</h2>
      <ul className="follow-ups">
        {redactions.map(({ id, documentId, title }) => (
          <li key={id} className="follow-up">
            <p className="small soft">{words.what}</p>
            <h3>{title}</h3>
            <p>
              <LinkButton
                href={`/dokumen/${documentId}#data-pribadi`}
                icon="lock"
                aria-label={words.open(title)}
              >
                {words.decide}
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
