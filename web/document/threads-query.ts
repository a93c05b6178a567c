import { queryOptions } from "@tanstack/react-query";
import type { NoteNews, Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export const threadsQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["threads", documentId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep<Threads>({
        client,
        queryKey,
        ask: () =>
          readResponse(api.documents[":documentId"].threads.$get({ param: { documentId } })),
      }),
  });

/** The threads as they are after what the room told. */
export function withNews(known: Threads, news: NoteNews): Threads {
  const threads = new Map([...known.threads, ...news.threads].map((each) => [each.id, each]));
  for (const id of news.removedIds) threads.delete(id);
  for (const { id, placement } of news.placements) {
    const thread = threads.get(id);
    if (thread) threads.set(id, { ...thread, placement });
  }
  return { ...known, threads: [...threads.values()] };
}

/** Whether somebody else said something in it that this person has not seen. */
export function isUnread(thread: ThreadView, { reads }: Threads, personId: string): boolean {
  const readAt = reads[thread.id] ?? 0;
  return [thread, ...thread.replies].some(
    ({ author, at }) => author.personId !== personId && at > readAt,
  );
}
