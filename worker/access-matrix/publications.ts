import { practices } from "../db/practices-schema.ts";
import { citizenQuestions, publications } from "../db/publications-schema.ts";
import type { RouteName } from "../route-access.ts";
import { everything, previewOf, publishAs } from "../testing/publications.ts";
import type { Expected } from "./askers.ts";
import { db, here, own, seesDrafted } from "./situations.ts";

const subject = "practice/practice-to-publish";
const path = `/api/publications/${subject}`;
let digest = "";

const isShared = async () => {
  await db.delete(publications);
  await db
    .insert(practices)
    .values({
      ...{ id: "practice-to-publish", districtId: here, villageId: "village-a", theme: "tax" },
      ...{ title: "Kas harian", situation: "Kas tercecer.", deed: "Dicatat harian.", cost: "" },
      ...{ result: "", contactOffice: "Kantor desa", sharedByPersonId: "participant-a" },
      ...{ createdAt: 0, changedAt: 0 },
    })
    .onConflictDoNothing();
  ({ digest } = await previewOf(subject));
};

const isPublished = async () => {
  await isShared();
  await publishAs(subject);
};

const isAsked = async () => {
  await db.delete(citizenQuestions);
  await db.insert(citizenQuestions).values({
    ...{ id: "citizen-question", forumId: "forum-in-session", text: "Kapan APBDes ditetapkan?" },
    ...{ shownText: "", answer: "", status: "waiting", isPublic: false, askedAt: 1, changedAt: 1 },
  });
};

const camatAlone = { who: "C", seen: "P W F R V" };

export const publicationRows = {
  "GET /api/publications/:kind/:subjectId": [{ path, before: isShared, who: "P W F C R V" }],
  "POST /api/publications/:kind/:subjectId/preview": [
    { path: `${path}/preview`, json: everything, before: isShared, ...camatAlone },
  ],
  "PUT /api/publications/:kind/:subjectId": [
    {
      path,
      get json() {
        return { ...everything, digest, id: "7b0f7a58-6a51-4a4c-9a4b-6f2d5e1c9a10" };
      },
      before: isShared,
      ...camatAlone,
      answer: 204,
    },
  ],
  "DELETE /api/publications/:kind/:subjectId": [
    { path, before: isPublished, ...camatAlone, answer: 204 },
  ],
  "GET /api/me/calendar": own("/api/me/calendar", 200),
  "POST /api/me/calendar": own("/api/me/calendar", 201, {}),
  "DELETE /api/me/calendar": own("/api/me/calendar", 204),
  "GET /api/forums/:forumId/calendar.ics": [
    { path: "/api/forums/forum-in-session/calendar.ics", who: seesDrafted },
  ],
  "GET /api/citizen-questions": [{ path: "/api/citizen-questions", who: "F E" }],
  "PUT /api/citizen-questions/:questionId": [
    {
      path: "/api/citizen-questions/citizen-question",
      json: {
        ...{ status: "answered", shownText: "Kapan?", answer: "Desember." },
        ...{ isPublic: true, basedOn: 1 },
      },
      before: isAsked,
      who: "F",
      answer: 204,
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
