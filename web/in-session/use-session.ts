import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { look, lookEveryMs } from "../../party/forum/session-wire.ts";
import { api, readResponse } from "../api.ts";
import { useMe } from "../session/SignedIn.tsx";
import { SessionConnection, type SessionView } from "./session-connection.ts";

export type SessionPageData = InferResponseType<(typeof api.forums)[":forumId"]["session"]["$get"]>;

const sessionQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["forum-session", forumId],
    queryFn: () => readResponse(api.forums[":forumId"].session.$get({ param: { forumId } })),
    staleTime: 60_000,
  });

/** From one page of the forum to the next the connection stays. */
const lingersMs = 3000;
/** A hall that reads anew does so one after the other. */
const spreadMs = 1500;

const open = new Map<string, { connection: SessionConnection; borrowers: number }>();

export interface Session {
  view: SessionView;
  page: SessionPageData | null;
  /** Shows the room that somebody looks at who is here. */
  look: () => void;
}

/** What happens in the forum, for as long as the component is shown. */
export function useSession(forumId: string): Session {
  const personId = useMe().person.id;
  const [connection] = useState(() => connectionOf(personId, forumId));
  useEffect(() => borrow(personId, forumId), [personId, forumId]);
  const view = useSyncExternalStore(connection.subscribe, () => connection.view);
  const queryClient = useQueryClient();
  const { data: page = null } = useQuery(sessionQuery(forumId));
  const revision = view.parts?.revision;
  useEffect(() => {
    if (revision === undefined || revision === 0) return;
    const timer = setTimeout(() => {
      for (const queryKey of [
        ["forum-session", forumId],
        ["forum", forumId],
      ]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    }, Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }, [revision, forumId, queryClient]);
  return { view, page, look: () => connection.look(look) };
}

/** Keeps the list of who is here true while it is shown. */
export function useLooking(look: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it means the same each time
  useEffect(() => {
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, []);
}

/** The room's clock, ms since 1970, each second anew. */
export function useRoomClock({ clockOffsetMs }: SessionView): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now + clockOffsetMs;
}

function connectionOf(personId: string, forumId: string): SessionConnection {
  const key = `${personId}/${forumId}`;
  const known = open.get(key);
  if (known) return known.connection;
  const url = new URL(`/parties/forum-room/${forumId}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  // Another tab may have signed somebody else in: this page is not theirs.
  url.searchParams.set("person", personId);
  const connection = new SessionConnection(url.href);
  open.set(key, { connection, borrowers: 0 });
  return connection;
}

function borrow(personId: string, forumId: string): () => void {
  const key = `${personId}/${forumId}`;
  connectionOf(personId, forumId);
  const entry = open.get(key);
  if (!entry) return () => {};
  entry.borrowers++;
  return () => {
    entry.borrowers--;
    setTimeout(() => {
      if (entry.borrowers > 0 || open.get(key) !== entry) return;
      open.delete(key);
      entry.connection.close();
    }, lingersMs);
  };
}
