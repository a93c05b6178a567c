import { can } from "../../domain/permissions.ts";
import type { Role } from "../../domain/roles.ts";
import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { StageTimeline } from "../evidence/StageTimeline.tsx";
import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { useMe } from "../session/SignedIn.tsx";

/** How the programme goes, and the ways to its parts. */
export function ProgramPage() {
  const words = useProgramMessages();
  const evidence = useEvidenceMessages();
  const practices = usePracticesMessages();
  const regulations = useRegulationsMessages();
  const sharing = useSharingMessages();
  const { person, roles } = useMe();
  const villageId = person.village?.id ?? null;
  // Whoever is from a village takes part for it, whichever forums they were invited to.
  const held: Role[] = villageId === null ? roles : [...roles, "participant"];
  const mayShare = can({ personId: person.id, villageId, roles: held }, "sharing.see");
  const maySeeMap = can({ personId: person.id, villageId, roles: held }, "problemMap.see");
  const mayReadEvidence = can({ personId: person.id, villageId, roles }, "evidence.read");
  const mayAnswer = can({ personId: person.id, villageId, roles }, "citizen.answer");
  const citizens = useCitizensMessages();
  const survey = useSurveyMessages();
  const problemMap = useProblemMessages();
  const modules = useModulesMessages();
  const outcomes = useOutcomesMessages();
  const parts = [
    { href: "/program/survei", isShown: true, ...survey },
    { href: "/program/peta", isShown: maySeeMap, ...problemMap },
    { href: "/program/modul", isShown: true, ...modules },
    { href: "/program/hasil", isShown: true, ...outcomes },
    { href: "/program/tanya", isShown: mayShare, ...sharing.questions },
    { href: "/program/praktik", isShown: mayShare, ...practices },
    { href: "/program/regulasi", isShown: true, ...regulations },
    { href: "/program/pengumuman", isShown: true, ...sharing.announcements },
    { href: "/program/direktori", isShown: mayShare, ...sharing.directory },
    { href: "/program/warga", isShown: mayAnswer, ...citizens },
    { href: "/program/bukti", isShown: mayReadEvidence, ...evidence },
  ].filter(({ isShown }) => isShown);
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
