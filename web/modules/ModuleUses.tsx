import { Link } from "wouter";
import { useLanguage } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { formatDay } from "../time.ts";
import type { ModuleData } from "./modules-query.ts";

/** Which forums used it, as which version. */
export function ModuleUses({ module: { id, uses } }: { module: ModuleData }) {
  const { used: words } = useModulesMessages();
  const [language] = useLanguage();
  return (
    <section className="section" aria-labelledby="uses">
      <h2 id="uses">{words.title}</h2>
      {uses.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="module-list">
        {uses.map(({ forumId, title, startsAt, place }) => (
          <li key={forumId} className="module-card">
            <h3>{title}</h3>
            <p className="small soft">{formatDay(startsAt, language)}</p>
            <p className="row">
              {place > 0 ? (
                <Link href={`/dokumen/${id}/riwayat?saat=${place}`}>{words.version}</Link>
              ) : (
                <span className="small soft">{words.noVersion}</span>
              )}
              <Link href={`/forum/${forumId}`}>{words.forum}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
