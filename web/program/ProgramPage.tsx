import { can } from "../../domain/permissions.ts";
import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { StageTimeline } from "../evidence/StageTimeline.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { useMe } from "../session/SignedIn.tsx";

/** How the programme goes, and the ways to its parts. */
export function ProgramPage() {
  const words = useProgramMessages();
  const evidence = useEvidenceMessages();
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  const cards = [
    ...(can(actor, "evidence.read")
      ? [
          {
            title: evidence.title,
            text: evidence.card,
            href: "/program/bukti",
            open: evidence.open,
          },
        ]
      : []),
  ];
  return (
    <PageFrame title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <section className="section" aria-labelledby="stages">
        <h2 id="stages">{words.stagesTitle}</h2>
        <StageTimeline />
      </section>
      {cards.length > 0 && (
        <section className="section" aria-labelledby="parts">
          <h2 id="parts">{words.partsTitle}</h2>
          {cards.map(({ title, text, href, open }) => (
            <Card key={href}>
              <h3>{title}</h3>
              <p>{text}</p>
              <div>
                <LinkButton href={href} icon="forward">
                  {open}
                </LinkButton>
              </div>
            </Card>
          ))}
        </section>
      )}
    </PageFrame>
  );
}
