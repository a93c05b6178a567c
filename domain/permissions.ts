import { type ProgramThings, programRules } from "./program-permissions.ts";
import { type DistrictRole, type ForumRole, holds, type Role, villagers } from "./roles.ts";
import { type DocumentStatus, type ForumStatus, isFrozen } from "./statuses.ts";
import { documentTransitions, forumTransitions, transitionOf } from "./transitions.ts";

/** A person as one forum sees them: district roles and the roles held in this forum together. */
export interface Actor {
  personId: string;
  villageId: string | null;
  roles: readonly Role[];
}

/** What the rules need to know about a forum. */
export interface ForumFacts {
  /** Whether one of its documents is far enough for reviewers. */
  isReviewable: boolean;
}

/** What the rules need to know about a document. */
export interface DocumentFacts {
  status: DocumentStatus;
  proposedByPersonId: string | null;
  proposedByVillageId: string | null;
}

/** The same with what its forum decided on its lanes. */
export interface LaneFacts extends DocumentFacts {
  /** Whether everybody who may write does so in every lane. */
  lanesAreOpen: boolean;
}

/** What each action is done to; where there is nothing, the actor's forum or district is enough. */
interface Things extends ProgramThings {
  "forum.see": [ForumFacts];
  "forum.create": [];
  "forum.configure": [];
  "forum.move": [{ from: ForumStatus; to: ForumStatus }];
  "forum.lead": [{ askedPersonId: string | null }];
  "forum.export": [];
  "forum.evaluate": [];
  "attendance.own": [];
  "attendance.all": [];
  "floor.ask": [];
  "poll.vote": [];
  "priorities.vote": [];
  "document.see": [DocumentFacts];
  "document.write": [DocumentFacts];
  "lanes.write": [LaneFacts];
  "lane.write": [LaneFacts & { villageId: string }];
  "document.lock": [];
  "document.annotate": [DocumentFacts];
  "document.move": [DocumentFacts & { to: DocumentStatus }];
  "document.confirm": [DocumentFacts];
  /** To begin a new document that corrects a signed one. */
  "document.correct": [DocumentFacts];
  "document.export": [DocumentFacts];
  "document.redact": [DocumentFacts];
  "document.proposeRedaction": [DocumentFacts];
  "document.confirmRedaction": [DocumentFacts];
  /** In an unnamed case: to see who and which village stands behind a pseudonym. */
  "document.unmask": [];
  "case.propose": [];
  "case.sort": [];
  "thread.close": [{ authorPersonId: string }];
  /** In a lane, whose village is named, or in a part that is everybody's. */
  "suggestion.accept": [LaneFacts & { villageId: string | null }];
  "version.name": [DocumentFacts];
  "version.restore": [DocumentFacts];
  "history.villages": [DocumentFacts];
  "history.names": [DocumentFacts];
  "review.note": [DocumentFacts];
  /** Null where no one village is named in it. */
  "followUp.update": [{ villageId: string | null }];
  /** To give it another due date. */
  "followUp.postpone": [];
  "file.remove": [{ addedByPersonId: string; isInSession: boolean }];
  "audit.read": [{ forumId: string | null }];
  "people.see": [];
  /** To bring somebody in as this, and to look after whoever is no more than this. */
  "person.manage": [{ roles: readonly Role[] }];
  "settings.change": [];
  "apiKey.manage": [];
}

export type Action = keyof Things;

/**
 * The person as the forum of `district` sees them. Districts are separate: a role counts in the
 * district that it was given for, and a place in a forum only for people of the forum's district.
 * The Inspektorat's role counts only where the camat's setting lets it.
 */
export function actorIn(
  district: { id: string; inspectorateSees: boolean },
  person: {
    id: string;
    villageId: string | null;
    districtId: string;
    districtRoles: readonly { districtId: string; role: DistrictRole }[];
  },
  forumRoles: readonly ForumRole[],
): Actor {
  const held = person.districtRoles.filter(
    (given) =>
      given.districtId === district.id &&
      (given.role !== "inspectorate" || district.inspectorateSees),
  );
  return {
    personId: person.id,
    villageId: person.villageId,
    roles: [
      ...held.map(({ role }) => role),
      ...(person.districtId === district.id ? forumRoles : []),
    ],
  };
}

const hosts: readonly Role[] = ["facilitator", "camat"];
const keepers: readonly Role[] = ["minuteTaker", "facilitator"];
const invitedWriters: readonly Role[] = [...villagers, ...keepers];
const seesDrafts: readonly Role[] = [...invitedWriters, "camat", "observer"];
/** Reviewers, and the Inspektorat where the camat lets it: see what is far enough. */
const onlookers: readonly Role[] = ["reviewer", "inspectorate"];

const annotators: readonly Role[] = [...invitedWriters, "camat", "reviewer", "observer"];

/** Who takes part in a forum's talk: asks, answers, evaluates. */
const talkers: readonly Role[] = [...villagers, "facilitator"];

/** Whom a facilitator may bring in: villages' people and guests. */
const broughtInByFacilitators: readonly Role[] = ["participant", "representative", "observer"];

/**
 * Reviewers see a document once it is "Selesai disusun"; before that it does not exist for them.
 * A withdrawn one may have been withdrawn as a draft, so it stays hidden.
 */
export const reviewableStatuses: readonly DocumentStatus[] = [
  "drafted",
  "submitted",
  "returned",
  "signed",
  "published",
];

type Rule<A extends Action> = readonly Role[] | ((actor: Actor, ...thing: Things[A]) => boolean);

/**
 * The table of permissions: these roles, or whom the function names, may do it, and nobody else.
 * It begins with the programme's own table; rows that stand there nowhere are explained in
 * docs/decisions/0005.
 */
const rules: { [A in Action]: Rule<A> } = {
  "forum.see": (actor, forum) =>
    holds(actor, seesDrafts) || (holds(actor, onlookers) && forum.isReviewable),
  "forum.create": hosts,
  "forum.configure": hosts,
  "forum.move": (actor, { from, to }) =>
    holds(actor, transitionOf(forumTransitions, from, to)?.roles ?? []),
  "forum.lead": (actor, { askedPersonId }) =>
    holds(actor, ["facilitator"]) ||
    (holds(actor, ["minuteTaker"]) && askedPersonId === actor.personId),
  "forum.export": ["facilitator", "camat", "reviewer"],
  "forum.evaluate": talkers,
  "attendance.own": [...villagers, "minuteTaker", "observer", "facilitator"],
  "attendance.all": keepers,
  "floor.ask": villagers,
  "poll.vote": ["representative"],
  "priorities.vote": ["representative"],

  "document.see": (actor, document) =>
    holds(actor, seesDrafts) ||
    (holds(actor, onlookers) && reviewableStatuses.includes(document.status)),
  "document.write": (actor, document) => {
    switch (document.status) {
      case "draft":
        return (
          holds(actor, keepers) ||
          (holds(actor, invitedWriters) && document.proposedByPersonId === actor.personId)
        );
      case "open":
        return holds(actor, invitedWriters);
      case "drafted":
      case "returned":
        return holds(actor, keepers);
      case "submitted":
      case "signed":
      case "published":
      case "withdrawn":
        return false;
    }
  },
  /**
   * In every lane of a document: minute-taker and facilitator while they may write at all, and
   * everybody who may, where the forum opened its lanes.
   */
  "lanes.write": (actor, document) =>
    can(actor, "document.write", document) && (document.lanesAreOpen || holds(actor, keepers)),
  /** In a village's lane: that village too. */
  "lane.write": (actor, lane) =>
    can(actor, "lanes.write", lane) ||
    (can(actor, "document.write", lane) && actor.villageId === lane.villageId),
  "document.lock": hosts,
  "document.annotate": (actor, document) =>
    can(actor, "document.see", document) && holds(actor, annotators),
  "document.move": (actor, { to, ...document }) => {
    const transition = transitionOf(documentTransitions, document.status, to);
    if (transition === null) return false;
    return (
      holds(actor, transition.roles) ||
      (transition.alsoProposer === true && isProposer(actor, document))
    );
  },
  "document.confirm": (actor, document) =>
    document.status === "submitted" && holds(actor, ["representative"]),
  "document.correct": (actor, document) =>
    (document.status === "signed" || document.status === "published") &&
    holds(actor, ["facilitator"]),
  "document.export": (actor, document) => can(actor, "document.see", document),
  "document.redact": (actor, document) =>
    !isFrozen(document.status) && holds(actor, ["facilitator"]),
  "document.proposeRedaction": (actor, document) =>
    isFrozen(document.status) && holds(actor, ["facilitator"]),
  "document.confirmRedaction": (actor, document) =>
    isFrozen(document.status) && holds(actor, ["camat"]),
  "document.unmask": ["facilitator"],
  "case.propose": villagers,
  "case.sort": hosts,
  "thread.close": (actor, { authorPersonId }) =>
    holds(actor, keepers) || (holds(actor, annotators) && authorPersonId === actor.personId),
  "suggestion.accept": (actor, { villageId, ...document }) =>
    villageId === null
      ? can(actor, "document.write", document)
      : can(actor, "lane.write", { ...document, villageId }),
  "version.name": (actor) => holds(actor, [...keepers, "camat"]),
  "version.restore": (actor, document) => !isFrozen(document.status) && holds(actor, hosts),
  "history.villages": (actor, document) => can(actor, "document.annotate", document),
  "history.names": (actor, document) =>
    can(actor, "document.see", document) && holds(actor, [...hosts, "reviewer", "observer"]),
  "review.note": (actor, document) =>
    can(actor, "document.see", document) && holds(actor, ["reviewer"]),
  "followUp.update": (actor, { villageId }) =>
    holds(actor, ["facilitator"]) ||
    (villageId !== null && holds(actor, villagers) && actor.villageId === villageId),
  "followUp.postpone": ["facilitator"],
  "file.remove": (actor, { addedByPersonId, isInSession }) =>
    holds(actor, ["facilitator"]) ||
    (isInSession && holds(actor, invitedWriters) && addedByPersonId === actor.personId),

  ...programRules,

  "audit.read": (actor, { forumId }) =>
    holds(actor, ["camat", "reviewer"]) || (forumId !== null && holds(actor, ["facilitator"])),
  "people.see": hosts,
  "person.manage": (actor, { roles }) =>
    holds(actor, ["camat"]) ||
    (holds(actor, ["facilitator"]) &&
      roles.every((role) => broughtInByFacilitators.includes(role))),
  "settings.change": ["camat"],
  "apiKey.manage": ["camat"],
};

export const actions = Object.keys(rules) as Action[];

/** Whether `actor` may do `action` to `thing`; the one place where rights are decided. */
export function can<A extends Action>(actor: Actor, action: A, ...thing: Things[A]): boolean {
  const rule: Rule<A> = rules[action];
  return typeof rule === "function" ? rule(actor, ...thing) : holds(actor, rule);
}

/** Somebody of the village that proposed a case; it may be withdrawn by each of its people. */
function isProposer(actor: Actor, document: DocumentFacts): boolean {
  if (!holds(actor, villagers)) return false;
  if (document.proposedByPersonId === actor.personId) return true;
  return document.proposedByVillageId !== null && document.proposedByVillageId === actor.villageId;
}
