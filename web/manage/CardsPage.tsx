import "./cards.css";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "wouter";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import { type ListedPerson, peopleQuery } from "./people-query.ts";
import { useManageMessages } from "./use-manage-messages.ts";

const perSheet = 8;
/** As many as one request may ask for. */
const perRequest = 200;

/** Everybody's QR card who has not joined, eight a sheet and each village on sheets of its own. */
export function CardsPage() {
  const { cards } = useManageMessages();
  const search = new URLSearchParams(useSearch());
  const [forumId, villageId] = [search.get("forum"), search.get("desa")];
  const list = useQuery(peopleQuery);
  const people = (list.data?.people ?? []).filter(
    (person) =>
      person.mayManage &&
      !person.hasJoined &&
      (forumId === null || person.places.some((place) => place.forumId === forumId)) &&
      (villageId === null || (person.village?.id ?? "") === villageId),
  );
  const ids = people.map(({ id }) => id);
  const links = useQuery({
    queryKey: ["cards", forumId, ids],
    queryFn: () => askForLinks(ids, forumId),
    enabled: ids.length > 0,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const error = list.error ?? links.error;
  return (
    <PageFrame title={cards.title} back="/kelola/orang">
      <h1 className="no-print">{cards.title}</h1>
      {error ? (
        <ErrorState error={error} onRetry={list.error ? list.refetch : links.refetch} />
      ) : list.data && ids.length === 0 ? (
        <EmptyState icon="people">{cards.none}</EmptyState>
      ) : links.data ? (
        <>
          <div className="row no-print">
            <Button weight="primary" size="large" icon="document" onClick={() => print()}>
              {cards.print}
            </Button>
            <span>{cards.hint(people.length)}</span>
          </div>
          <Sheets people={people} links={links.data} />
        </>
      ) : (
        <>
          <p role="status">{cards.making}</p>
          <Skeleton rows={4} />
        </>
      )}
    </PageFrame>
  );
}

type Link = { personId: string; address: string; expiresAt: number };

function Sheets({ people, links }: { people: ListedPerson[]; links: Link[] }) {
  const { cards } = useManageMessages();
  const linkOf = new Map(links.map((link) => [link.personId, link]));
  const places = Map.groupBy(people, ({ village, office }) => village?.name ?? office ?? "");
  const sheets = [...places]
    .toSorted(([a], [b]) => a.localeCompare(b, "id"))
    .flatMap(([place, persons]) => {
      const pages = Math.ceil(persons.length / perSheet);
      return Array.from({ length: pages }, (_, page) => ({
        key: `${place} ${page}`,
        title: pages === 1 ? place : `${place}, ${cards.sheet(page + 1, pages)}`,
        persons: persons.slice(page * perSheet, (page + 1) * perSheet),
      }));
    });
  return (
    <div className="card-sheets">
      {sheets.map(({ key, title, persons }) => (
        <section key={key} className="card-sheet">
          <h2>{title}</h2>
          <ul>
            {persons.map((person) => {
              const link = linkOf.get(person.id);
              return link && <PersonCard key={person.id} person={person} link={link} />;
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PersonCard({ person, link }: { person: ListedPerson; link: Link }) {
  const words = useManageMessages();
  const [language] = useLanguage();
  return (
    <li className="person-card">
      <QrCode text={link.address} label={words.qrLabel(person.name)} />
      <div>
        <strong>{person.name}</strong>
        <span>{person.position}</span>
        <span>{person.village?.name ?? person.office}</span>
        <span className="person-card-how">{words.cards.how}</span>
        <span className="person-card-how">{words.until(formatDay(link.expiresAt, language))}</span>
      </div>
    </li>
  );
}

async function askForLinks(ids: readonly string[], forumId: string | null): Promise<Link[]> {
  const links: Link[] = [];
  for (let from = 0; from < ids.length; from += perRequest) {
    const personIds = ids.slice(from, from + perRequest);
    const answer = await readResponse(api.people.links.$post({ json: { personIds, forumId } }));
    links.push(...answer.links);
  }
  return links;
}
