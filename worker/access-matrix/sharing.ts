import { eq } from "drizzle-orm";
import { announcementReads, announcements, answers, questions } from "../db/questions-schema.ts";
import { documents } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, forumIs, here, own } from "./situations.ts";

const id = "0b0f5b7e-1111-4222-8333-444455558888";

const forgetQuestions = async () => {
  await db.delete(answers);
  await db.update(questions).set({ documentId: null });
  await db.delete(questions);
  await db.delete(documents).where(eq(documents.title, "Pertanyaan matriks"));
};

/** Hidden, of village A, answered by village B. */
const somethingIsAsked = async () => {
  await forgetQuestions();
  await forumIs("inSession")();
  await db.insert(questions).values({
    ...{ id: "question", districtId: here, theme: "tax", title: "Pertanyaan matriks", text: "" },
    ...{ askedByPersonId: "representative-a", villageId: "village-a", isHidden: true },
    createdAt: 0,
  });
  await db.insert(answers).values({
    ...{ id: "answer", questionId: "question", text: "Boleh.", createdAt: 0 },
    ...{ authorPersonId: "participant-b", villageId: "village-b" },
  });
};

const somethingIsAnnounced = async () => {
  await db.delete(announcementReads);
  await db.delete(announcements);
  await db.insert(announcements).values({
    ...{ id: "announcement", districtId: here, title: "Libur", text: "", createdAt: 0 },
    madeByPersonId: "facilitator",
  });
};

/** Everybody of the district who is somebody in the programme: from a village, or with a role. */
const sharers = "P W F C R V";
const everybodyHere = "P W N O F C R I J V";

export const sharingRows = {
  "GET /api/questions": [{ path: "/api/questions", who: `${sharers} D E` }],
  "POST /api/questions": [
    {
      path: "/api/questions",
      json: { id, theme: "tax", title: "Bolehkah?", text: "", isHidden: true },
      before: forgetQuestions,
      who: "P W F V D E",
      answer: 204,
      seen: "C R",
    },
  ],
  "GET /api/questions/similar": [
    { path: "/api/questions/similar?text=pajak", who: `${sharers} D E` },
  ],
  "GET /api/questions/:questionId": [
    { path: "/api/questions/question", before: somethingIsAsked, who: sharers },
  ],
  "DELETE /api/questions/:questionId": [
    {
      path: "/api/questions/question",
      before: somethingIsAsked,
      who: "W F",
      answer: 204,
      seen: "P C R V",
    },
  ],
  "POST /api/questions/:questionId/answers": [
    {
      path: "/api/questions/question/answers",
      json: { id, text: "Boleh." },
      before: somethingIsAsked,
      who: "P W F V",
      answer: 204,
      seen: "C R",
    },
  ],
  "DELETE /api/questions/:questionId/answers/:answerId": [
    {
      path: "/api/questions/question/answers/answer",
      before: somethingIsAsked,
      who: "P F",
      answer: 204,
      seen: "W C R V",
    },
  ],
  "PUT /api/questions/:questionId/standing": [
    {
      path: "/api/questions/question/standing",
      json: { answerId: "answer", regulationId: null },
      before: somethingIsAsked,
      who: "F",
      answer: 204,
      seen: "P W C R V",
    },
  ],
  "POST /api/questions/:questionId/case": [
    {
      path: "/api/questions/question/case",
      json: {},
      before: somethingIsAsked,
      who: "P W",
      answer: 201,
      // Of a village, but not invited to any forum.
      also: { V: 409 },
      seen: "F C R",
    },
  ],
  "GET /api/announcements": own("/api/announcements", 200),
  "POST /api/announcements": [
    {
      path: "/api/announcements",
      json: { id, title: "Rapat", text: "" },
      before: async () => {
        await db.delete(announcementReads);
        await db.delete(announcements);
      },
      who: "F E",
      answer: 204,
      seen: "P W N O C R I J V D",
    },
  ],
  "DELETE /api/announcements/:announcementId": [
    {
      path: "/api/announcements/announcement",
      before: somethingIsAnnounced,
      who: "F",
      answer: 204,
      seen: "P W N O C R I J V",
    },
  ],
  "PUT /api/announcements/:announcementId/reading": [
    {
      path: "/api/announcements/announcement/reading",
      json: {},
      before: somethingIsAnnounced,
      who: everybodyHere,
      answer: 204,
    },
  ],
  "GET /api/announcements/:announcementId/readers": [
    {
      path: "/api/announcements/announcement/readers",
      before: somethingIsAnnounced,
      who: "F",
      seen: "P W N O C R I J V",
    },
  ],
  "GET /api/directory": [{ path: "/api/directory", who: `${sharers} D E` }],
  "PUT /api/directory/own": [
    { path: "/api/directory/own", json: { themes: ["tax"] }, who: `${sharers} D E`, answer: 204 },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
