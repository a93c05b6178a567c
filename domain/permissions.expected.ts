import type { Action } from "./permissions.ts";
import { programRows } from "./program-permissions.expected.ts";
import type { DocumentStatus, ForumStatus } from "./statuses.ts";

/**
 * Written by hand from the programme's table of rights, apart from the code that decides: who may do
 * what in which situation. P participant, W representative, N minute-taker, O observer (a reviewer
 * invited to the forum), F facilitator, C camat, R reviewer, I Inspektorat where the camat lets it
 * look. The one who asks is `somebody` of `village-a`.
 */
export interface Expectation {
  action: Action;
  when: string;
  thing: unknown[];
  who: string;
}

const everybodyInForum = "P W N O F C";

const seesDocument: Record<DocumentStatus, string> = {
  draft: "P W N O F C",
  open: "P W N O F C",
  drafted: "P W N O F C R I",
  submitted: "P W N O F C R I",
  returned: "P W N O F C R I",
  signed: "P W N O F C R I",
  published: "P W N O F C R I",
  withdrawn: "P W N O F C",
};

const writesOthers: Record<DocumentStatus, string> = {
  draft: "N F",
  open: "P W N F",
  drafted: "N F",
  submitted: "",
  returned: "N F",
  signed: "",
  published: "",
  withdrawn: "",
};

const writesOwn: Record<DocumentStatus, string> = { ...writesOthers, draft: "P W N F" };

const writesEveryLane: Record<DocumentStatus, string> = {
  draft: "N F",
  open: "N F",
  drafted: "N F",
  submitted: "",
  returned: "N F",
  signed: "",
  published: "",
  withdrawn: "",
};

const annotates: Record<DocumentStatus, string> = {
  draft: "P W N O F C",
  open: "P W N O F C",
  drafted: "P W N O F C R",
  submitted: "P W N O F C R",
  returned: "P W N O F C R",
  signed: "P W N O F C R",
  published: "P W N O F C R",
  withdrawn: "P W N O F C",
};

const seesNames: Record<DocumentStatus, string> = {
  draft: "O F C",
  open: "O F C",
  drafted: "O F C R",
  submitted: "O F C R",
  returned: "O F C R",
  signed: "O F C R",
  published: "O F C R",
  withdrawn: "O F C",
};

const reviews: Record<DocumentStatus, string> = {
  draft: "",
  open: "",
  drafted: "R",
  submitted: "R",
  returned: "R",
  signed: "R",
  published: "R",
  withdrawn: "",
};

const restores: Record<DocumentStatus, string> = {
  draft: "F C",
  open: "F C",
  drafted: "F C",
  submitted: "",
  returned: "F C",
  signed: "",
  published: "",
  withdrawn: "",
};

const redacts: Record<DocumentStatus, string> = {
  draft: "F",
  open: "F",
  drafted: "F",
  submitted: "",
  returned: "F",
  signed: "",
  published: "",
  withdrawn: "",
};

const proposesRedaction: Record<DocumentStatus, string> = {
  draft: "",
  open: "",
  drafted: "",
  submitted: "F",
  returned: "",
  signed: "F",
  published: "F",
  withdrawn: "F",
};

const confirmsRedaction: Record<DocumentStatus, string> = {
  draft: "",
  open: "",
  drafted: "",
  submitted: "C",
  returned: "",
  signed: "C",
  published: "C",
  withdrawn: "C",
};

const confirms: Record<DocumentStatus, string> = {
  draft: "",
  open: "",
  drafted: "",
  submitted: "W",
  returned: "",
  signed: "",
  published: "",
  withdrawn: "",
};

const corrects: Record<DocumentStatus, string> = {
  draft: "",
  open: "",
  drafted: "",
  submitted: "",
  returned: "",
  signed: "F",
  published: "F",
  withdrawn: "",
};

const movesForum: [ForumStatus, ForumStatus][] = [
  ["planned", "invited"],
  ["invited", "inSession"],
  ["inSession", "ended"],
  ["planned", "cancelled"],
  ["invited", "cancelled"],
];

const movesDocument: [DocumentStatus, DocumentStatus, string][] = [
  ["draft", "open", "F"],
  ["open", "drafted", "F"],
  ["drafted", "submitted", "F"],
  ["returned", "submitted", "F"],
  ["submitted", "returned", "C"],
  ["submitted", "signed", "C"],
  ["signed", "published", "C"],
  ["published", "signed", "C"],
];

const withdrawable: DocumentStatus[] = ["draft", "open", "drafted", "submitted", "returned"];

export const forumStatusMoves = movesForum;
export const documentStatusMoves: [DocumentStatus, DocumentStatus][] = [
  ...movesDocument.map(([from, to]) => [from, to] as [DocumentStatus, DocumentStatus]),
  ...withdrawable.map((from) => [from, "withdrawn"] as [DocumentStatus, DocumentStatus]),
];

const others = { proposedByPersonId: "somebody-else", proposedByVillageId: "village-b" };
const own = { proposedByPersonId: "somebody", proposedByVillageId: "village-a" };
const ownVillages = { proposedByPersonId: "somebody-else", proposedByVillageId: "village-a" };
const nobodys = { proposedByPersonId: null, proposedByVillageId: null };

export const expectations: Expectation[] = [
  row("forum.see", "nothing is far enough", [{ isReviewable: false }], everybodyInForum),
  row("forum.see", "a document is far enough", [{ isReviewable: true }], "P W N O F C R I"),
  row("forum.create", "", [], "F C"),
  row("forum.configure", "", [], "F C"),
  ...movesForum.map(([from, to]) => row("forum.move", `${from} → ${to}`, [{ from, to }], "F")),
  row("forum.lead", "nobody was asked", [{ askedPersonId: null }], "F"),
  row("forum.lead", "somebody was asked", [{ askedPersonId: "somebody" }], "N F"),
  row("forum.export", "", [], "F C R"),
  row("forum.evaluate", "", [], "P W F"),
  row("attendance.own", "", [], "P W N O F"),
  row("attendance.all", "", [], "N F"),
  row("floor.ask", "", [], "P W"),
  row("poll.vote", "", [], "W"),
  row("priorities.vote", "", [], "W"),
  row("document.lock", "", [], "F C"),
  row("document.unmask", "", [], "F"),
  row("case.propose", "", [], "P W"),
  row("case.sort", "", [], "F C"),
  row("thread.close", "it is another's", [{ authorPersonId: "somebody-else" }], "N F"),
  row("thread.close", "it is their own", [{ authorPersonId: "somebody" }], "P W N O F C R"),
  row("followUp.update", "it is their village's", [{ villageId: "village-a" }], "P W F"),
  row("followUp.update", "it is another village's", [{ villageId: "village-b" }], "F"),
  row("followUp.update", "it is no one village's", [{ villageId: null }], "F"),
  row("followUp.postpone", "", [], "F"),
  ...[
    { when: "another's, in session", added: "somebody-else", isInSession: true, who: "F" },
    { when: "their own, in session", added: "somebody", isInSession: true, who: "P W N F" },
    { when: "their own, afterwards", added: "somebody", isInSession: false, who: "F" },
  ].map(({ when, added, isInSession, who }) =>
    row("file.remove", when, [{ addedByPersonId: added, isInSession }], who),
  ),
  row("outcome.write", "a case", [{ ...others, kind: "case", status: "drafted" }], "N F"),
  row("outcome.write", "minutes", [{ ...others, kind: "minutes", status: "drafted" }], ""),
  row("outcome.apply", "a case", [{ ...others, kind: "case", status: "signed" }], "P W"),
  row("outcome.apply", "a module", [{ ...others, kind: "module", status: "drafted" }], ""),
  ...programRows,
  row("audit.read", "it is a forum's", [{ forumId: "forum" }], "F C R"),
  row("audit.read", "it is the district's", [{ forumId: null }], "C R"),
  row("people.see", "", [], "F C"),
  row("person.manage", "a participant", [{ roles: ["participant"] }], "F C"),
  row("person.manage", "a representative", [{ roles: ["representative"] }], "F C"),
  row("person.manage", "an invited reviewer", [{ roles: ["observer"] }], "F C"),
  row("person.manage", "without a role yet", [{ roles: [] }], "F C"),
  row("person.manage", "a minute-taker", [{ roles: ["participant", "minuteTaker"] }], "C"),
  row("person.manage", "a facilitator", [{ roles: ["facilitator"] }], "C"),
  row("person.manage", "a camat", [{ roles: ["camat"] }], "C"),
  row("person.manage", "a reviewer", [{ roles: ["reviewer"] }], "C"),
  row("person.manage", "the Inspektorat", [{ roles: ["inspectorate"] }], "C"),
  row("settings.change", "", [], "C"),
  row("apiKey.manage", "", [], "C"),
  ...byStatus("document.see", seesDocument),
  ...byStatus("document.export", seesDocument),
  ...byStatus("document.write", writesOthers),
  ...byStatus("document.write", writesOwn, own, "their own"),
  ...byStatus("document.write", writesOthers, ownVillages, "their village's"),
  ...byStatus("document.write", writesOthers, nobodys, "nobody's"),
  ...byStatus("lanes.write", writesEveryLane),
  ...byStatus("lane.write", writesEveryLane, { ...others, villageId: "village-b" }, "another lane"),
  ...byStatus("lane.write", writesOthers, { ...others, villageId: "village-a" }, "their lane"),
  ...byStatus("lanes.write", writesOthers, { ...others, lanesAreOpen: true }, "lanes are open"),
  ...byStatus(
    "lane.write",
    writesOthers,
    { ...others, villageId: "village-b", lanesAreOpen: true },
    "another lane, lanes are open",
  ),
  ...byStatus("suggestion.accept", writesOthers, { ...others, villageId: null }, "no lane"),
  ...byStatus(
    "suggestion.accept",
    writesEveryLane,
    { ...others, villageId: "village-b" },
    "another lane",
  ),
  ...byStatus("document.annotate", annotates),
  ...byStatus("history.villages", annotates),
  ...byStatus("history.names", seesNames),
  ...byStatus("review.note", reviews),
  ...byStatus("document.confirm", confirms),
  ...byStatus("document.correct", corrects),
  ...byStatus(
    "document.correct",
    {
      draft: "",
      open: "",
      drafted: "",
      submitted: "",
      returned: "",
      signed: "",
      published: "",
      withdrawn: "",
    },
    { ...others, kind: "module" },
    "a module",
  ),
  ...byStatus("document.redact", redacts),
  ...byStatus("document.proposeRedaction", proposesRedaction),
  ...byStatus("document.confirmRedaction", confirmsRedaction),
  ...byStatus("version.name", {
    draft: "N F C",
    open: "N F C",
    drafted: "N F C",
    submitted: "N F C",
    returned: "N F C",
    signed: "N F C",
    published: "N F C",
    withdrawn: "N F C",
  }),
  ...byStatus("version.restore", restores),
  ...movesDocument.map(([status, to, who]) =>
    row("document.move", `${status} → ${to}`, [{ ...own, status, to }], who),
  ),
  ...withdrawable.flatMap((status) => [
    row(
      "document.move",
      `a module, ${status}`,
      [{ ...own, kind: "module", status, to: "withdrawn" }],
      "",
    ),
    row("document.move", `${status} withdrawn`, [{ ...others, status, to: "withdrawn" }], "F C"),
    row("document.move", `own ${status}`, [{ ...own, status, to: "withdrawn" }], "P W F C"),
    row(
      "document.move",
      `own village's ${status}`,
      [{ ...ownVillages, status, to: "withdrawn" }],
      "P W F C",
    ),
    row("document.move", `nobody's ${status}`, [{ ...nobodys, status, to: "withdrawn" }], "F C"),
  ]),
];

function row(action: Action, when: string, thing: unknown[], who: string): Expectation {
  return { action, when, thing, who };
}

function byStatus(
  action: Action,
  whoByStatus: Record<DocumentStatus, string>,
  facts: object = others,
  which = "another's",
): Expectation[] {
  return Object.entries(whoByStatus).map(([status, who]) =>
    row(action, `${which}, ${status}`, [{ ...facts, status }], who),
  );
}
