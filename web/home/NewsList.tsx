import "./home.css";
import { Link } from "wouter";
import { EmptyState } from "../design/EmptyState.tsx";
import { MoreOfList } from "../design/MoreOfList.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import { formatMoment } from "../time.ts";
import type { Waiting } from "./program-waiting-query.ts";

type News = NonNullable<Waiting["news"]>;
type NewsItem = News["items"][number];

const shownItems = 5;

/** What is new to a reviewer, the newest first; each leads to the document's record. */
export default function NewsList({ news: { since, items } }: { news: News }) {
  const { news: words } = useWaitingMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const moment = (at: number) => formatMoment(at, Date.now(), messages, language);
  return (
    <section className="section" aria-labelledby="news">
      <h2 id="news">{since === null ? words.firstTitle : words.title}</h2>
      {since !== null && <p className="small soft">{words.since(moment(since))}</p>}
      {items.length === 0 ? (
        <EmptyState icon="check">{words.none}</EmptyState>
      ) : (
        <MoreOfList shown={shownItems} more={messages.more}>
          {items.map((item) => (
            <li key={item.documentId} className="news-item">
              <p className="row small">
                <strong>
                  <What what={item.what} />
                </strong>
                <span className="soft">{moment(item.at)}</span>
              </p>
              <h3>
                <Link
                  href={`/dokumen/${item.documentId}/riwayat`}
                  className="whole-card-link"
                  aria-label={words.open(item.title)}
                >
                  {item.title}
                </Link>
              </h3>
              <p className="small soft">
                {[messages.documentKinds[item.kind], item.forumTitle].filter(Boolean).join(" · ")}
              </p>
            </li>
          ))}
        </MoreOfList>
      )}
    </section>
  );
}

/** Of a step the status that it led to; of a version that somebody named its name. */
function What({ what }: Pick<NewsItem, "what">) {
  const { news: words } = useWaitingMessages();
  const { documentStatuses, moduleStatuses } = useMessages();
  if (what.kind === "changed") return words.changed;
  if (what.kind === "named") return words.version(what.name);
  const names: Record<string, string> = { ...moduleStatuses, ...documentStatuses };
  return names[what.name] ?? what.name;
}
