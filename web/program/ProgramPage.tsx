import { PageFrame } from "../design/PageFrame.tsx";
import { useProgramMessages } from "../messages/use-program-messages.ts";

/** How the programme goes, and the ways to its parts. */
export function ProgramPage() {
  const words = useProgramMessages();
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
    </PageFrame>
  );
}
