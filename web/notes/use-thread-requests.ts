import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { NoteNews, ThreadView } from "../../party/notes/thread-view.ts";
import { api, readResponse, requireOk } from "../api.ts";
import { threadsQuery, withNews } from "../document/threads-query.ts";
import type { Mentions, NoteDraft } from "./use-note-draft.ts";

const threadsPath = api.documents[":documentId"].threads;
const threadPath = threadsPath[":threadId"];

export type ThreadRequests = ReturnType<typeof useThreadRequests>;

/** What a person does with notes; what comes of it is shown before the room tells of it. */
export function useThreadRequests(documentId: string) {
  const client = useQueryClient();
  // Whoever shows the list has asked for it.
  const { isError } = useQuery({ ...threadsQuery(documentId), enabled: false });
  const requests = useMemo(() => {
    const { queryKey } = threadsQuery(documentId);
    const take = (news: Partial<NoteNews>) =>
      client.setQueryData(
        queryKey,
        (known) =>
          known && withNews(known, { threads: [], removedIds: [], placements: [], ...news }),
      );
    const show = (thread: ThreadView) => {
      take({ threads: [thread] });
      return thread;
    };
    const param = (threadId: string) => ({ param: { documentId, threadId } });
    return {
      add: async ({ place, suggestion, kind, ...note }: NoteDraft & { isSuggestion: boolean }) => {
        if (!place || !kind) throw new Error("a note has a place and a kind");
        const { id, text, mentions, isSuggestion } = note;
        const json = { id, kind, text, mentions, ...place };
        return show(
          await readResponse(
            threadsPath.$post({
              param: { documentId },
              json: isSuggestion ? { ...json, suggestion } : json,
            }),
          ),
        );
      },
      reply: async (threadId: string, json: { id: string; text: string; mentions: Mentions }) =>
        show(await readResponse(threadPath.replies.$post({ ...param(threadId), json }))),
      close: async (threadId: string) =>
        show(await readResponse(threadPath.closure.$put(param(threadId)))),
      reopen: async (threadId: string) =>
        show(await readResponse(threadPath.closure.$delete(param(threadId)))),
      accept: async (threadId: string) =>
        show(await readResponse(threadPath.acceptance.$put(param(threadId)))),
      takeBack: async (threadId: string) => {
        await requireOk(threadPath.$delete(param(threadId)));
        take({ removedIds: [threadId] });
      },
      takeBackReply: async (threadId: string, replyId: string) => {
        const path = threadPath.replies[":replyId"];
        show(await readResponse(path.$delete({ param: { documentId, threadId, replyId } })));
      },
      markRead: async (threads: readonly ThreadView[]) => {
        const threadIds = threads.map(({ id }) => id);
        await requireOk(threadsPath.reading.$put({ param: { documentId }, json: { threadIds } }));
        // By the server's clock, which also stamped the words.
        const read = Object.fromEntries(threads.map(({ id, lastWordAt }) => [id, lastWordAt]));
        client.setQueryData(
          queryKey,
          (known) => known && { ...known, reads: { ...known.reads, ...read } },
        );
      },
    };
  }, [client, documentId]);
  return { ...requests, isFailed: isError };
}
