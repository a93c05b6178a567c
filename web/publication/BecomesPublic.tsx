import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import { formatForumTime } from "../time.ts";
import { headId } from "./finding-id.ts";
import type { PublicationPreview } from "./publication-query.ts";

/** Everything that becomes public beside the text, one by one. */
export function BecomesPublic({ content }: Pick<PublicationPreview, "content">) {
  const { dialog: words } = usePublicationMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { title, theme, year, forum, villages, signed } = content;
  const agreements = count(content.words, "agreement");
  const followUps = count(content.words, "followUp");
  const facts: [string, string][] = [
    [words.head, title],
    [words.theme, messages.themes[theme]],
    [words.year, String(year)],
    ...(forum
      ? ([
          [words.forum, `${forum.title}, ${formatForumTime(forum, messages, language)}`],
          [words.place, forum.place],
          [words.agenda, forum.agenda.join("; ")],
        ] satisfies [string, string][])
      : []),
    [words.villages, villages.map(({ name }) => name).join(", ") || words.noVillages],
    ...(agreements > 0
      ? ([[words.agreements, String(agreements)]] satisfies [string, string][])
      : []),
    ...(followUps > 0
      ? ([[words.followUps, words.followUpsHint(followUps)]] satisfies [string, string][])
      : []),
    ...(signed ? ([[words.signed, words.signedHint]] satisfies [string, string][]) : []),
  ];
  return (
    <section className="stack" aria-labelledby={headId}>
      <h3 id={headId} tabIndex={-1}>
        {words.becomes}
      </h3>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function count({ type, content = [] }: ReadingNode, wanted: string): number {
  return content.reduce((sum, child) => sum + count(child, wanted), type === wanted ? 1 : 0);
}
