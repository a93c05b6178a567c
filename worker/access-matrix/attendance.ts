import { env } from "cloudflare:workers";
import { attachments, documents, followUps } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, forumIs, seesDrafted } from "./situations.ts";

const promised = (id: string, documentId: string) => ({
  id,
  documentId,
  nodeId: id,
  position: 0,
  activity: "",
  responsible: "",
  villageText: "",
  villageId: "village-a",
  dueText: "",
  output: "",
  place: 0,
  createdAt: 0,
});

const somethingIsPromised = () =>
  db.batch([
    db
      .insert(documents)
      .values({
        id: "case-unnamed",
        forumId: "forum-in-session",
        kind: "case",
        title: "Kasus",
        theme: "planning",
        fiscalYear: 2027,
        status: "drafted",
        createdAt: 0,
        isUnnamed: true,
      })
      .onConflictDoNothing(),
    db
      .insert(followUps)
      .values([promised("follow-up", "case-drafted"), promised("unnamed", "case-unnamed")])
      .onConflictDoNothing(),
  ]);

const file = (id: string, subjectKind: "attendance" | "followUp", subjectId: string) => ({
  id,
  forumId: "forum-in-session",
  subjectKind,
  subjectId,
  name: "berkas.pdf",
  contentType: "application/pdf",
  sizeBytes: 5,
  sha256: "",
  addedByPersonId: "minute-taker",
  createdAt: 0,
});

const filesLieThere = async () => {
  await somethingIsPromised();
  const files = [
    file("list-file", "attendance", "forum-in-session"),
    file("evidence-file", "followUp", "follow-up"),
    file("unnamed-file", "followUp", "unnamed"),
  ];
  await db.insert(attachments).values(files).onConflictDoNothing();
  await db.update(attachments).set({ removedAt: null });
  await Promise.all(files.map(({ id }) => env.FILES?.put(id, "%PDF-")));
};

export const attendanceRows = {
  "GET /api/forums/:forumId/attendance": [
    { path: "/api/forums/forum-in-session/attendance", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned/attendance", who: "F C" },
  ],
  "GET /api/forums/:forumId/attendance/code": [
    {
      path: "/api/forums/forum-in-session/attendance/code",
      before: forumIs("inSession"),
      who: "N F",
      seen: "P W O C R J",
    },
  ],
  "PUT /api/forums/:forumId/attendance/own": [
    {
      when: "with a wrong code",
      path: "/api/forums/forum-in-session/attendance/own",
      json: { code: "none" },
      before: forumIs("inSession"),
      who: "P W N O F",
      answer: 422,
      seen: "C R J",
    },
  ],
  "PUT /api/forums/:forumId/attendance/:personId": [
    {
      path: "/api/forums/forum-in-session/attendance/participant-a",
      json: { from: null, to: "present" },
      before: forumIs("inSession"),
      who: "N F",
      answer: 204,
      seen: "P W O C R J",
    },
    {
      when: "somebody who was not invited",
      path: "/api/forums/forum-in-session/attendance/villager-c",
      json: { from: null, to: "present" },
      before: forumIs("inSession"),
      who: "",
      seen: "P W O C R J",
    },
  ],
  "POST /api/forums/:forumId/attachments": [
    {
      when: "something that is no file, beside the list",
      path: "/api/forums/forum-in-session/attachments?subjectKind=attendance&subjectId=forum-in-session",
      json: {},
      who: "N F",
      answer: 422,
      seen: "P W O C R J",
    },
    {
      when: "something that is no file, beside a follow-up of Desa Contoh A",
      path: "/api/forums/forum-in-session/attachments?subjectKind=followUp&subjectId=follow-up",
      json: {},
      before: somethingIsPromised,
      who: "W F",
      answer: 422,
      seen: "P N O C R J",
    },
  ],
  "GET /api/attachments/:attachmentId": [
    {
      when: "beside the list",
      path: "/api/attachments/list-file",
      before: filesLieThere,
      who: seesDrafted,
    },
    {
      when: "beside a follow-up",
      path: "/api/attachments/evidence-file",
      before: filesLieThere,
      who: seesDrafted,
    },
    {
      when: "beside a follow-up of an unnamed case",
      path: "/api/attachments/unnamed-file",
      before: filesLieThere,
      who: "W F",
    },
  ],
  "DELETE /api/attachments/:attachmentId": [
    {
      when: "in session",
      path: "/api/attachments/list-file",
      before: () => Promise.all([forumIs("inSession")(), filesLieThere()]),
      who: "N F",
      answer: 204,
      seen: "P W O C R J",
    },
    {
      when: "afterwards",
      path: "/api/attachments/list-file",
      before: () => Promise.all([forumIs("ended")(), filesLieThere()]),
      who: "F",
      answer: 204,
      seen: "P W N O C R J",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
