import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import type { Waiting } from "./program-waiting-query.ts";

/** On Beranda: modules to evaluate and to write, and cases of which it is asked what came of them. */
export default function ProgramCards({ waiting }: { waiting: Waiting }) {
  const { home } = useOutcomesMessages();
  const modules = useModulesMessages();
  const { outcomes, toEvaluate, toWrite } = waiting;
  return (
    <>
      {toEvaluate.length > 0 && (
        <section className="section" aria-labelledby="home-evaluate">
          <h2 id="home-evaluate">{modules.toEvaluate}</h2>
          {toEvaluate.map(({ moduleId, title, forumId, forumTitle }) => (
            <Card key={`${moduleId} ${forumId}`}>
              <h3>{title}</h3>
              <p className="small soft">{forumTitle}</p>
              <div>
                <LinkButton href={`/program/modul/${moduleId}/nilai/${forumId}`} icon="tasks">
                  {modules.evaluate}
                </LinkButton>
              </div>
            </Card>
          ))}
        </section>
      )}
      {outcomes.length > 0 && (
        <section className="section" aria-labelledby="home-outcomes">
          <h2 id="home-outcomes">{home.title}</h2>
          {outcomes.map(({ documentId, title }) => (
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
      )}
      {toWrite.length > 0 && (
        <section className="section" aria-labelledby="home-write">
          <h2 id="home-write">{modules.asked}</h2>
          {toWrite.map(({ moduleId, title, request }) => (
            <Card key={moduleId}>
              <h3>{title}</h3>
              <p>{request}</p>
              <div>
                <LinkButton href={`/program/modul/${moduleId}`} icon="pencil">
                  {modules.openOne}
                </LinkButton>
              </div>
            </Card>
          ))}
        </section>
      )}
    </>
  );
}
