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
  const parts = [...(can(actor, "evidence.read") ? [{ href: "/program/bukti", ...evidence }] : [])];
  return (
    <PageFrame title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <section className="section" aria-labelledby="stages">
        <h2 id="stages">{words.stagesTitle}</h2>
        <StageTimeline />
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
