import type { RouteName } from "../route-access.ts";
import {
  addProblem,
  addProblemSource,
  addVote,
  forgetProblems,
  mergeProblemsInto,
} from "../testing/problems.ts";
import type { Expected } from "./askers.ts";
import { forumIs } from "./situations.ts";

const id = "0b0f5b7e-1111-4222-8333-444455559999";
const words = {
  title: "Pajak belanja sering salah hitung",
  note: "",
  theme: "tax",
  urgency: 3,
  impact: 3,
  frequency: 3,
};
/** Everybody of the district who is somebody in the programme: from a village, or with a role. */
const readers = "P W F C R V";
const others = "P W C R V";

const isOnMap = async () => {
  await forgetProblems();
  await forumIs("inSession")();
  await addProblem("problem", { villageIds: ["village-a"] });
  await addProblem("another");
};

const isMerged = async () => {
  await isOnMap();
  await addProblem("merged");
  await mergeProblemsInto("merged", ["problem", "another"]);
};

const isVoted = async () => {
  await isOnMap();
  await addVote("vote", { problemIds: ["problem", "another"] });
};

const hasSource = async () => {
  await isOnMap();
  await addProblemSource("of-case", {
    ...{ problemId: "problem", kind: "case", documentId: "case-open" },
  });
};

function edited(under: string, answer: number, json: unknown, before = isOnMap): Expected {
  const path = `/api/problems/problem${under}`;
  return { path, json, before, who: "F", answer, seen: others };
}

export const problemRows = {
  "GET /api/problem-map": [{ path: "/api/problem-map", who: `${readers} D E` }],
  "GET /api/problems": [{ path: "/api/problems", who: `${readers} D E` }],
  "POST /api/problems": [
    {
      path: "/api/problems",
      json: { ...words, id, villageIds: [], source: null },
      before: forgetProblems,
      who: "F E",
      answer: 204,
      seen: `${others} D`,
    },
  ],
  "POST /api/problems/source": [
    {
      path: "/api/problems/source",
      json: { kind: "case", documentId: "case-open" },
      who: "F",
      seen: `${others} D`,
    },
  ],
  "POST /api/problems/merges": [
    {
      path: "/api/problems/merges",
      json: {
        ...{ ...words, id },
        parts: [
          { id: "problem", revision: 0 },
          { id: "another", revision: 0 },
        ],
      },
      before: isOnMap,
      who: "F",
      answer: 204,
      seen: `${others} D`,
    },
  ],
  "GET /api/problems/:problemId": [
    { path: "/api/problems/problem", before: isOnMap, who: readers },
  ],
  "PUT /api/problems/:problemId": [
    edited("", 204, { ...words, revision: 0, villageIds: ["village-b"] }),
  ],
  "PUT /api/problems/:problemId/state": [edited("/state", 204, { revision: 0, isSetAside: true })],
  "PUT /api/problems/:problemId/separation": [
    {
      path: "/api/problems/merged/separation",
      json: { revision: 0 },
      before: isMerged,
      who: "F",
      answer: 204,
      seen: others,
    },
  ],
  "POST /api/problems/:problemId/sources": [
    edited("/sources", 204, { kind: "case", documentId: "case-open" }),
  ],
  "DELETE /api/problems/:problemId/sources/:sourceId": [
    {
      path: "/api/problems/problem/sources/of-case",
      before: hasSource,
      who: "F",
      answer: 204,
      seen: others,
    },
  ],
  "POST /api/problems/:problemId/case": [
    {
      path: "/api/problems/problem/case",
      json: {},
      before: isOnMap,
      who: "P W F",
      answer: 201,
      // Of a village, but not invited to any forum.
      also: { V: 409 },
      seen: "C R",
    },
  ],
  "POST /api/problems/:problemId/module": [edited("/module", 201, {})],
  "GET /api/priority-votes": [{ path: "/api/priority-votes", who: `${readers} D E` }],
  "POST /api/priority-votes": [
    {
      path: "/api/priority-votes",
      json: {
        ...{ id, title: "Prioritas", choices: 1, isOpenVote: true },
        endsAt: Date.now() + 24 * 3_600_000,
        problemIds: ["problem", "another"],
        villageIds: ["village-a"],
      },
      before: isOnMap,
      who: "F",
      answer: 204,
      // The problems are of the first district.
      also: { E: 422 },
      seen: `${others} D`,
    },
  ],
  "GET /api/priority-votes/:voteId": [
    { path: "/api/priority-votes/vote", before: isVoted, who: readers },
  ],
  "PUT /api/priority-votes/:voteId/villages": [
    {
      path: "/api/priority-votes/vote/villages",
      json: { villageIds: ["village-b"] },
      before: isVoted,
      who: "F",
      answer: 204,
      seen: others,
    },
  ],
  "PUT /api/priority-votes/:voteId/closure": [
    {
      path: "/api/priority-votes/vote/closure",
      json: {},
      before: isVoted,
      who: "F",
      answer: 204,
      seen: others,
    },
  ],
  "PUT /api/priority-votes/:voteId/ballot": [
    {
      path: "/api/priority-votes/vote/ballot",
      json: { problemIds: ["problem"], revision: 0 },
      before: isVoted,
      who: "W",
      answer: 204,
      seen: "P F C R V",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
