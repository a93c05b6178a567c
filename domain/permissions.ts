import type { DistrictRole, ForumRole, Role } from "./roles.ts";
import type { DocumentStatus } from "./statuses.ts";

/** A person as one forum sees them: district roles and the roles held in this forum together. */
export interface Actor {
  personId: string;
  villageId: string | null;
  roles: readonly Role[];
}

/** What the rules need to know about a document. */
export interface DocumentFacts {
  status: DocumentStatus;
  proposedByPersonId: string | null;
}

/** What each action is done to; what is done to a forum needs to know no more than the actor. */
interface Things {
  "forum.see": [];
  "document.see": [DocumentFacts];
  "document.write": [DocumentFacts];
  "lanes.write": [DocumentFacts];
  "lane.write": [DocumentFacts & { villageId: string }];
}

export type Action = keyof Things;

/**
 * The person as the forum of `districtId` sees them. Districts are separate: a role counts in the
 * district that it was given for, and a place in a forum only for people of the forum's district.
 */
export function actorIn(
  districtId: string,
  person: {
    id: string;
    villageId: string | null;
    districtId: string;
    districtRoles: readonly { districtId: string; role: DistrictRole }[];
  },
  forumRoles: readonly ForumRole[],
): Actor {
  const held = person.districtRoles.filter((given) => given.districtId === districtId);
  return {
    personId: person.id,
    villageId: person.villageId,
    roles: [
      ...held.map(({ role }) => role),
      ...(person.districtId === districtId ? forumRoles : []),
    ],
  };
}

const seesDrafts: readonly Role[] = [
  "participant",
  "representative",
  "minuteTaker",
  "facilitator",
  "camat",
];
const invitedWriters: readonly Role[] = [
  "participant",
  "representative",
  "minuteTaker",
  "facilitator",
];
const keepers: readonly Role[] = ["minuteTaker", "facilitator"];

/**
 * Reviewers see a document once it is "Selesai disusun"; before that it does not exist for them.
 * A withdrawn one may have been withdrawn as a draft, so it stays hidden.
 */
const reviewerSees: readonly DocumentStatus[] = [
  "drafted",
  "submitted",
  "returned",
  "signed",
  "published",
];

/**
 * The table of permissions: who may do what, and nothing else is allowed.
 * Rows are added with the feature that needs them.
 */
const rules: { [A in Action]: (actor: Actor, ...thing: Things[A]) => boolean } = {
  "forum.see": (actor) => holds(actor, seesDrafts),
  "document.see": (actor, document) =>
    holds(actor, seesDrafts) ||
    (holds(actor, ["reviewer"]) && reviewerSees.includes(document.status)),
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
  /** In every lane of a document: minute-taker and facilitator, while they may write at all. */
  "lanes.write": (actor, document) =>
    rules["document.write"](actor, document) && holds(actor, keepers),
  /** In a village's lane: that village too. */
  "lane.write": (actor, lane) =>
    rules["lanes.write"](actor, lane) ||
    (rules["document.write"](actor, lane) && actor.villageId === lane.villageId),
};

/** Whether `actor` may do `action` to `thing`; the one place where rights are decided. */
export function can<A extends Action>(actor: Actor, action: A, ...thing: Things[A]): boolean {
  return rules[action](actor, ...thing);
}

function holds(actor: Actor, allowed: readonly Role[]): boolean {
  return actor.roles.some((role) => allowed.includes(role));
}
