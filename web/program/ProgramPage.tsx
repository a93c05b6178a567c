import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";

/** How the programme goes, and the ways to its parts. */
export function ProgramPage() {
  const words = useProgramMessages();
  const practices = usePracticesMessages();
  const regulations = useRegulationsMessages();
  const sharing = useSharingMessages();
  const parts = [
    { href: "/program/tanya", ...sharing.questions },
    { href: "/program/praktik", ...practices },
    { href: "/program/regulasi", ...regulations },
    { href: "/program/pengumuman", ...sharing.announcements },
    { href: "/program/direktori", ...sharing.directory },
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
