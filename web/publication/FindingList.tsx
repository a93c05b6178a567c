import type { Finding } from "../../domain/publication/cover.ts";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import { findingId, headId } from "./finding-id.ts";
import type { Choice, PublicationPreview } from "./publication-query.ts";

interface Props {
  preview: PublicationPreview;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

/** What looks like personal data: each covered unless it is chosen to be shown, each with its place. */
export function FindingList({ preview: { findings }, choice, onChoose }: Props) {
  const { dialog: words } = usePublicationMessages();
  const personal = findings.filter(({ kind }) => kind !== "village");
  const villages = findings.length - personal.length;
  const cover = ({ text }: Finding, isCovered: boolean) =>
    onChoose({
      ...choice,
      shown: isCovered
        ? choice.shown.filter((each) => each !== text)
        : [...new Set([...choice.shown, text])],
    });
  return (
    <section className="stack" aria-labelledby="publish-findings">
      <h3 id="publish-findings">{words.findings}</h3>
      {villages > 0 && <p className="small soft">{words.villagesReplaced(villages)}</p>}
      {personal.length === 0 ? (
        <p className="small soft">{words.noFindings}</p>
      ) : (
        <>
          <Notice icon="warning" tone="wait">
            {words.findingsHint}
          </Notice>
          <ul className="publish-findings">
            {personal.map((finding) => (
              <li key={finding.number}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={!choice.shown.includes(finding.text)}
                    aria-label={`${words.cover} ${words.kinds[finding.kind]}: ${finding.text}`}
                    onChange={(event) => cover(finding, event.target.checked)}
                  />
                  <span>
                    <span className="small soft">{words.kinds[finding.kind]}</span>{" "}
                    <strong>{finding.text}</strong>
                  </span>
                </label>
                <Button
                  weight="quiet"
                  icon="down"
                  aria-label={words.show(finding.text)}
                  onClick={() => show(finding)}
                >
                  {words.see}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function show({ number, isInText }: Finding): void {
  const place = document.getElementById(isInText ? findingId(number) : headId);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}
