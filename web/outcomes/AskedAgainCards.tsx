import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import type { AskedAgain } from "./asked-query.ts";

/** On Beranda: the sheets that wait for what came of them. */
export default function AskedAgainCards({ asked }: { asked: AskedAgain }) {
  const { home } = useOutcomesMessages();
  return (
    <section className="section" aria-labelledby="asked-again">
      <h2 id="asked-again">{home.title}</h2>
      {asked.map(({ documentId, title }) => (
        <Card key={documentId}>
          <h3>{title}</h3>
          <div>
            <LinkButton href={`/program/hasil/${documentId}`} icon="pencil">
              {home.give}
            </LinkButton>
          </div>
        </Card>
      ))}
    </section>
  );
}
