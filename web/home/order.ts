import type { ForumStatus } from "../../domain/statuses.ts";

interface Timed {
  id: string;
  status: ForumStatus;
  startsAt: number;
  endsAt: number;
}

/** The one forum that the home page is about: in session, or else the next to come. */
export function nowOrNext<F extends Timed>(forums: readonly F[], now: number): F | null {
  const inSession = forums.filter(({ status }) => status === "inSession");
  const coming = forums.filter(
    ({ status, endsAt }) => (status === "planned" || status === "invited") && endsAt > now,
  );
  return soonest(inSession) ?? soonest(coming);
}

/** Those still to be held, and those behind us, each in the order given. */
export function splitByTime<F extends Timed>(forums: readonly F[], now: number) {
  const isCurrent = ({ status, endsAt }: F) =>
    status === "inSession" || ((status === "planned" || status === "invited") && endsAt > now);
  return {
    current: forums.filter(isCurrent),
    past: forums.filter((forum) => !isCurrent(forum)),
  };
}

/**
 * `items` in the order in which they were seen before, so that nothing moves under a finger when a
 * list refreshes; what is new comes after them.
 */
export function keepPlaces<T extends { id: string }>(seen: readonly string[], items: readonly T[]) {
  const placeOf = new Map(seen.map((id, place) => [id, place]));
  const place = ({ id }: T) => placeOf.get(id) ?? seen.length;
  return items.toSorted((a, b) => place(a) - place(b));
}

function soonest<F extends Timed>(forums: readonly F[]): F | null {
  return forums.toSorted((a, b) => a.startsAt - b.startsAt)[0] ?? null;
}
