import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";

/** How the programme goes, and the ways to its parts. */
export function ProgramPage() {
  const words = useProgramMessages();
  const survey = useSurveyMessages();
  const modules = useModulesMessages();
  const outcomes = useOutcomesMessages();
  const parts = [
    { href: "/program/survei", ...survey },
    { href: "/program/modul", ...modules },
    { href: "/program/hasil", ...outcomes },
  ];
  return (
    <PageFrame title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <section className="section" aria-labelledby="stages">
        <h2 id="stages">{words.stagesTitle}</h2>
        <ol className="program-stages">
          {words.stages.map((stage) => (
            <li key={stage}>{stage}</li>
          ))}
        </ol>
      </section>
      <div className="program-parts">
        {parts.map(({ href, title, card, open }) => (
          <Card key={href}>
            <h2>{title}</h2>
            <p>{card}</p>
            <div className="row">
              <LinkButton href={href}>{open}</LinkButton>
            </div>
          </Card>
        ))}
      </div>
    </PageFrame>
  );
}
