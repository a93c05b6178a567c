import { Link } from "wouter";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { ModuleStatusBadge } from "../modules/ModuleStatusBadge.tsx";
import { FollowUpStateBadge } from "../register/FollowUpStateBadge.tsx";
import { HitTitle } from "./HitTitle.tsx";
import { hitPath } from "./hit-path.ts";
import { Marked } from "./Marked.tsx";
import type { SearchHit } from "./search-query.ts";

/** One thing that was found, with the words that it was found by. */
export function HitItem({ hit }: { hit: SearchHit }) {
  const { kinds, inDocument } = useSearchMessages();
  const { themes } = useMessages();
  const { kind, village, status, moduleStatus, followUpState, theme, year, forum } = hit;
  const isDocument = kind === "case" || kind === "minutes";
  const place = [
    hit.title.length > 0 && hit.document !== null && kind !== "outcome"
      ? inDocument(hit.document.title)
      : null,
    forum?.title,
    theme && themes[theme],
    year,
  ].filter(Boolean);
  return (
    <li className="listed-item">
      <p className="row small">
        <span className="hit-kind">{kinds[kind]}</span>
        {village && <VillageBadge village={village} />}
        {isDocument && status && <DocumentStatusBadge status={status} />}
        {moduleStatus && <ModuleStatusBadge status={moduleStatus} />}
        {followUpState && <FollowUpStateBadge state={followUpState} />}
      </p>
      <h2 className="hit-title">
        <Link className="whole-card-link" href={hitPath(hit)}>
          <HitTitle hit={hit} />
        </Link>
      </h2>
      {hit.passage.length > 0 && (
        <p>
          <Marked pieces={hit.passage} />
        </p>
      )}
      {place.length > 0 && <p className="small soft">{place.join(" · ")}</p>}
    </li>
  );
}
