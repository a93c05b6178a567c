import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { forums } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, seesDrafted } from "./situations.ts";

const minuteTakerIsAsked = () =>
  db
    .update(forums)
    .set({ leaderPersonId: "minute-taker" })
    .where(eq(forums.id, "forum-in-session"));

const session = () => env.FORUM_ROOM.getByName("forum:forum-in-session");

const pollId = "7d5e4b1c-8f7a-4c55-9d0e-3b1a52f6a001";

const somePlace = { leadId: "lead", documentId: "case-open", containerId: null, block: null };

const itemIsCurrent = () =>
  session().act({
    kind: "chooseItem",
    item: { id: "agenda-case", title: "Acara", durationMinutes: 30 },
  });

const somebodyIsAhead = () =>
  session().act({
    kind: "lead",
    lead: { id: "lead", personId: "facilitator", name: "Pejabat" },
    insteadOf: null,
  });

const pollIsOpen = async () => {
  await session().act({ kind: "openPoll", id: pollId, question: "Setuju?" });
  await session().act({ kind: "setPollOpen", pollId, isOpen: true });
};

/** Something done live, in the forum in session, where nobody was asked to lead beside its hosts. */
function inSession(
  path: string,
  who: string,
  json?: unknown,
  more: () => Promise<unknown> = async () => {},
): Expected {
  const isSeen = (letter: string) => !who.split(" ").includes(letter);
  return {
    path: `/api/forums/forum-in-session/session/${path}`,
    ...(json === undefined ? {} : { json }),
    before: async () => {
      await db
        .update(forums)
        .set({ status: "inSession", leaderPersonId: null })
        .where(eq(forums.id, "forum-in-session"));
      await more();
    },
    who,
    answer: 204,
    seen: seesDrafted.split(" ").filter(isSeen).join(" "),
  };
}

export const liveRows = {
  "GET /api/forums/:forumId/session": [
    { path: "/api/forums/forum-in-session/session", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned/session", who: "F C" },
  ],
  "PUT /api/forums/:forumId/session/item": [
    inSession("item", "F", { itemId: "agenda-case" }),
    {
      ...inSession("item", "F N", { itemId: "agenda-case" }, minuteTakerIsAsked),
      when: "the minute-taker was asked to lead",
    },
  ],
  "PUT /api/forums/:forumId/session/timer": [
    inSession("timer", "F", { itemId: "agenda-case", isPaused: true }, itemIsCurrent),
  ],
  "POST /api/forums/:forumId/session/turns": [inSession("turns", "P W")],
  "PUT /api/forums/:forumId/session/turns/:turnId": [
    inSession("turns/turn", "F", { has: "spoken" }),
  ],
  "DELETE /api/forums/:forumId/session/turns/:turnId": [inSession("turns/turn", "P W F")],
  "PUT /api/forums/:forumId/session/lead": [
    { ...inSession("lead", "F", { insteadOf: null }), answer: 200 },
  ],
  "DELETE /api/forums/:forumId/session/lead/:leadId": [inSession("lead/lead", "F")],
  "PUT /api/forums/:forumId/session/place": [inSession("place", "F", somePlace, somebodyIsAhead)],
  "POST /api/forums/:forumId/session/polls": [
    inSession("polls", "F", { id: pollId, question: "Setuju?" }),
  ],
  "PUT /api/forums/:forumId/session/polls/:pollId": [
    inSession(`polls/${pollId}`, "F", { isOpen: true }, pollIsOpen),
  ],
  "PUT /api/forums/:forumId/session/vote": [
    inSession("vote", "W", { pollId, answer: "agree" }, pollIsOpen),
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
