import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Threads } from "../../party/notes/thread-view.ts";
import { forgetShown } from "../offline/kept-answers.ts";
import type { RoomConnection } from "./room-connection.ts";
import { noteDraftKey, readKept } from "./tab-storage.ts";
import { isUnread, threadsQuery, withNews } from "./threads-query.ts";
import { useConnectionView } from "./use-connection.ts";

/** What is noted beside the text, as far as the document's page has to know it before notes are loaded. */
export interface Notes {
  threads: Threads | undefined;
  unread: number;
  isOpen: boolean;
  /** Whether anything of notes is shown or may be asked for now. */
  isNeeded: boolean;
  setOpen: (isOpen: boolean) => void;
}

export function useNotes(documentId: string, personId: string, connection: RoomConnection): Notes {
  const client = useQueryClient();
  const { link } = useConnectionView(connection);
  // Asked once the room listens: what is noted in between would be told to nobody.
  const { data } = useQuery({ ...threadsQuery(documentId), enabled: link !== "connecting" });
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(() => readKept(noteDraftKey(documentId, personId)) !== null);

  useEffect(() => {
    const { queryKey } = threadsQuery(documentId);
    connection.onNotes = (news) => {
      if (news.askAgain) return void askAgain(client, personId);
      client.setQueryData(queryKey, (known) => known && withNews(known, news));
      if (client.isFetching({ queryKey }) === 0) return;
      // The answer that is on its way may be older than this.
      void client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }));
    };
    return () => {
      connection.onNotes = () => {};
    };
  }, [client, connection, documentId, personId]);

  useEffect(() => {
    if (link === "open") void client.invalidateQueries(threadsQuery(documentId));
  }, [client, link, documentId]);

  useEffect(() => {
    const look = () => {
      const selection = getSelection();
      const isInText = selection?.anchorNode?.parentElement?.closest(".tiptap");
      if (isInText && !selection?.isCollapsed) setAsked(true);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  const threads = data?.threads ?? [];
  return {
    threads: data,
    unread: data ? threads.filter((each) => isUnread(each, data, personId)).length : 0,
    isOpen,
    isNeeded: isOpen || isAsked || threads.length > 0,
    setOpen,
  };
}

/** Nothing that was answered before is shown or kept any longer; an answer on its way is too old. */
async function askAgain(client: QueryClient, personId: string): Promise<void> {
  await client.cancelQueries();
  await forgetShown(personId);
  client.removeQueries({ type: "inactive" });
  await client.invalidateQueries();
}
