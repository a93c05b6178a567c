import { replies, threadReads, threads } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { byStatus, db, documentIs, seesDrafts } from "./situations.ts";

const newThread = {
  id: "9b2d1f5e-5d0c-4c39-9d8e-000000000000",
  kind: "question",
  text: "Mengapa?",
  anchor: { from: "AAAA", to: "AAAA" },
  quote: "Kata-kata yang tidak ada.",
};

/** A thread with a suggestion, whose words are gone, and the participant's answer to it. */
function somebodyNoted(authorPersonId: string) {
  return async () => {
    await documentIs("open")();
    await db.batch([
      db.delete(threadReads),
      db.delete(replies),
      db.delete(threads),
      db.insert(threads).values({
        id: "thread",
        documentId: "case-open",
        authorPersonId,
        kind: "correction",
        text: "Lebih baik begini.",
        suggestion: "baru",
        quote: "lama",
        place: 1,
        placement: "orphaned",
        createdAt: 1,
        lastWordAt: 1,
      }),
      db.insert(replies).values({
        id: "reply",
        threadId: "thread",
        authorPersonId: authorPersonId === "observer" ? "participant-b" : "observer",
        text: "Setuju.",
        createdAt: 1,
      }),
    ]);
  };
}

/** Whoever keeps the document, and the author; here the camat is. */
function closure(): Expected[] {
  return [
    {
      path: "/api/documents/case-open/threads/thread/closure",
      before: somebodyNoted("camat"),
      who: "N F C",
      seen: "P W O",
    },
  ];
}

export const notesRows = {
  "GET /api/documents/:documentId/threads": byStatus("/api/documents/case-open/threads"),
  "POST /api/documents/:documentId/threads": [
    {
      // Words that stand nowhere: whoever may note is told so.
      when: "it is written",
      path: "/api/documents/case-open/threads",
      json: newThread,
      before: documentIs("open"),
      who: "P W N O F C",
      answer: 409,
    },
    {
      when: "it is reviewed",
      path: "/api/documents/case-open/threads",
      json: newThread,
      before: documentIs("drafted"),
      who: "P W N O F C R",
      answer: 409,
      seen: "J",
    },
  ],
  "PUT /api/documents/:documentId/threads/reading": [
    {
      path: "/api/documents/case-open/threads/reading",
      json: { threadIds: ["thread"] },
      before: somebodyNoted("observer"),
      who: seesDrafts,
      answer: 204,
    },
  ],
  "DELETE /api/documents/:documentId/threads/:threadId": [
    {
      path: "/api/documents/case-open/threads/thread",
      before: somebodyNoted("observer"),
      who: "O",
      answer: 204,
      seen: "P W N F C",
    },
  ],
  "POST /api/documents/:documentId/threads/:threadId/replies": [
    {
      when: "it is written",
      path: "/api/documents/case-open/threads/thread/replies",
      json: { text: "Setuju.", id: "9b2d1f5e-5d0c-4c39-9d8e-000000000001" },
      before: somebodyNoted("observer"),
      who: "P W N O F C",
    },
  ],
  "DELETE /api/documents/:documentId/threads/:threadId/replies/:replyId": [
    {
      path: "/api/documents/case-open/threads/thread/replies/reply",
      before: somebodyNoted("observer"),
      who: "P",
      seen: "W N O F C",
    },
  ],
  "PUT /api/documents/:documentId/threads/:threadId/closure": closure(),
  "DELETE /api/documents/:documentId/threads/:threadId/closure": closure(),
  "PUT /api/documents/:documentId/threads/:threadId/acceptance": [
    {
      // Its words are gone: whoever may write there is told so.
      when: "it is written",
      path: "/api/documents/case-open/threads/thread/acceptance",
      before: somebodyNoted("observer"),
      who: "P W N F",
      answer: 409,
      seen: "O C",
    },
    {
      when: "it is drafted",
      path: "/api/documents/case-open/threads/thread/acceptance",
      before: async () => {
        await somebodyNoted("observer")();
        await documentIs("drafted")();
      },
      who: "N F",
      answer: 409,
      seen: "P W O C R J",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
