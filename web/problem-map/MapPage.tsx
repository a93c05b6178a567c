import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { levelOf, levels } from "../../domain/problems/scales.ts";
import { themes } from "../../domain/statuses.ts";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useIsWide } from "../history/use-is-wide.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { formatMoment } from "../time.ts";
import { listAddress } from "./list-address.ts";
import { MapList } from "./MapList.tsx";
import { MapTable } from "./MapTable.tsx";
import { rowsOf } from "./map-cells.ts";
import { type MapData, mapQuery } from "./map-query.ts";
import { WeightBars } from "./WeightBars.tsx";

/** Which problem is shared by whom, at a glance. */
export function MapPage() {
  const words = useProblemMessages();
  const { errors } = useMessages();
  const { data, isError, isRefetchError, error, refetch } = useQuery(mapQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      {isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      {data ? (
        <Content data={data} />
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Content({ data }: { data: MapData }) {
  const words = useProblemMessages();
  const isWide = useIsWide();
  const rows = rowsOf(data);
  const View = isWide ? MapTable : MapList;
  return (
    <div className="stack">
      {data.living > 0 && <p className="map-intro">{words.intro}</p>}
      <VoteLine vote={data.vote} />
      <Ways data={data} />
      {data.living === 0 ? (
        <EmptyState icon="table">{data.mayEdit ? words.emptyEditor : words.empty}</EmptyState>
      ) : (
        <>
          <View villages={data.villages} rows={rows} />
          <Legend hasNameless={rows.some(({ without }) => without > 0)} />
          <Shared data={data} />
        </>
      )}
    </div>
  );
}

function VoteLine({ vote }: Pick<MapData, "vote">) {
  const { votes: words } = useProblemMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  if (vote === null) return null;
  const until = formatMoment(vote.endsAt, Date.now(), messages, language);
  return (
    <p className="map-vote">
      <Link href={`/program/peta/suara/${vote.id}`}>{words.card(vote.title, until)}</Link>
    </p>
  );
}

function Ways({ data: { mayEdit, living, setAside } }: { data: MapData }) {
  const words = useProblemMessages();
  return (
    <div className="row">
      {mayEdit && (
        <LinkButton href="/program/peta/baru" weight="primary" icon="plus">
          {words.add}
        </LinkButton>
      )}
      {mayEdit && living === 0 && (
        <LinkButton href="/program/survei" icon="tasks">
          {words.surveys}
        </LinkButton>
      )}
      {living > 0 && (
        <LinkButton href={listAddress({})} icon="bullets">
          {words.all}
        </LinkButton>
      )}
      <LinkButton href="/program/peta/suara" icon="check">
        {words.votes.open}
      </LinkButton>
      {mayEdit && setAside > 0 && (
        <Link href={listAddress({ state: "setAside" })} className="map-aside small">
          {words.setAsideList(setAside)}
        </Link>
      )}
    </div>
  );
}

function Legend({ hasNameless }: { hasNameless: boolean }) {
  const words = useProblemMessages();
  return (
    <section className="map-legend small" aria-label={words.legend.title}>
      <p>{words.legend.numbers}</p>
      <p className="row">
        {words.legend.bars}
        {levels.map((level) => (
          <span key={level} className="map-level">
            <WeightBars level={level} />
            {words.levels[level]}
          </span>
        ))}
      </p>
      {hasNameless && <p>{words.legend.without}</p>}
    </section>
  );
}

function Shared({ data: { shared, sharedCount, villages } }: { data: MapData }) {
  const { shared: words, levels: names } = useProblemMessages();
  const messages = useMessages();
  return (
    <section className="section" aria-labelledby="shared">
      <h2 id="shared">{words.title}</h2>
      <p className="small soft">{shared.length > 0 ? words.intro : words.none}</p>
      <ul className="listed map-shared">
        {shared.map(({ id, title, theme, weight, villages: places }) => {
          const level = levelOf(weight);
          const at = themes[theme];
          return (
            <li key={id} className="listed-item">
              <h3>
                <Link className="whole-card-link" href={`/program/peta/masalah/${id}`}>
                  {title}
                </Link>
              </h3>
              <p className="row small soft">
                {at && messages.themes[at]}
                <span className="map-level">
                  <WeightBars level={level} />
                  {names[level]}
                </span>
                <strong>{words.villages(places.length)}</strong>
              </p>
              <p className="row small">
                {places.map((place) => {
                  const village = villages[place];
                  return village && <VillageBadge key={village.id} village={village} />;
                })}
              </p>
            </li>
          );
        })}
      </ul>
      {sharedCount > shared.length && (
        <p>
          <Link href={listAddress({ village: "shared", order: "villages" })}>
            {words.all(sharedCount)}
          </Link>
        </p>
      )}
    </section>
  );
}
