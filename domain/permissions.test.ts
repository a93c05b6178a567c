import { describe, expect, it } from "vitest";
import { moduleStatuses } from "./modules.ts";
import {
  documentStatusMoves,
  type Expectation,
  expectations,
  forumStatusMoves,
} from "./permissions.expected.ts";
import { type Action, type Actor, actions, actorIn, can } from "./permissions.ts";
import { moduleStatusMoves } from "./program-permissions.expected.ts";
import type { Role } from "./roles.ts";
import { documentStatuses, forumStatuses, isFrozen } from "./statuses.ts";

const columns = ["P", "W", "N", "O", "F", "C", "R", "I"] as const;
const roleOf: Record<(typeof columns)[number], Role> = {
  P: "participant",
  W: "representative",
  N: "minuteTaker",
  O: "observer",
  F: "facilitator",
  C: "camat",
  R: "reviewer",
  I: "inspectorate",
};

function somebody(role: Role | null): Actor {
  return { personId: "somebody", villageId: "village-a", roles: role === null ? [] : [role] };
}

// The expected file is data: what each action is done to is checked by running it.
const ask = can as (actor: Actor, action: Action, ...thing: unknown[]) => boolean;

const whoMay = ({ action, thing }: Expectation) =>
  columns.filter((column) => ask(somebody(roleOf[column]), action, ...thing)).join(" ");

describe("the table of rights", () => {
  it.each(expectations)("says who may $action when: $when", (expected) => {
    expect(whoMay(expected)).toBe(expected.who);
  });

  it.each(expectations)("gives nothing to somebody without a role: $action, $when", (expected) => {
    expect(ask(somebody(null), expected.action, ...expected.thing)).toBe(false);
  });

  it("has an expectation for each action", () => {
    const expected = new Set(expectations.map(({ action }) => action));
    expect(actions.filter((action) => !expected.has(action))).toEqual([]);
  });

  it("moves a forum and a document nowhere but along the programme's statuses", () => {
    for (const from of forumStatuses) {
      for (const to of forumStatuses) {
        if (forumStatusMoves.some(([a, b]) => a === from && b === to)) continue;
        for (const column of columns) {
          expect(can(somebody(roleOf[column]), "forum.move", { from, to })).toBe(false);
        }
      }
    }
    const own = { proposedByPersonId: "somebody", proposedByVillageId: "village-a" };
    for (const status of documentStatuses) {
      for (const to of documentStatuses) {
        if (documentStatusMoves.some(([a, b]) => a === status && b === to)) continue;
        for (const column of columns) {
          const thing = { ...own, status, to };
          expect(can(somebody(roleOf[column]), "document.move", thing)).toBe(false);
        }
      }
    }
  });

  it("moves a module nowhere but along its own statuses", () => {
    for (const from of moduleStatuses) {
      for (const to of moduleStatuses) {
        if (moduleStatusMoves.some(([a, b]) => a === from && b === to)) continue;
        for (const column of columns) {
          expect(can(somebody(roleOf[column]), "module.move", { from, to })).toBe(false);
        }
      }
    }
  });

  it.each(documentStatuses)(
    "calls a document that is %s frozen exactly when nobody writes",
    (status) => {
      const own = { status, proposedByPersonId: "somebody", proposedByVillageId: "village-a" };
      const writers = columns.filter((column) =>
        can(somebody(roleOf[column]), "document.write", own),
      );
      expect(isFrozen(status)).toBe(writers.length === 0);
    },
  );
});

describe("the roles of a person in a forum", () => {
  const person = {
    id: "somebody",
    villageId: null,
    districtId: "here",
    districtRoles: [
      { districtId: "here", role: "facilitator" },
      { districtId: "here", role: "inspectorate" },
      { districtId: "there", role: "reviewer" },
    ],
  } as const;
  const here = { id: "here", inspectorateSees: false };

  it("are those of its district and those held in it", () => {
    expect(actorIn(here, person, ["minuteTaker"]).roles).toEqual(["facilitator", "minuteTaker"]);
  });

  it("count the Inspektorat's only where the camat's setting lets it look", () => {
    const roles = actorIn({ ...here, inspectorateSees: true }, person, []).roles;
    expect(roles).toEqual(["facilitator", "inspectorate"]);
  });

  it("are only those given for its district where somebody comes from another", () => {
    const there = { id: "there", inspectorateSees: true };
    expect(actorIn(there, person, ["participant"]).roles).toEqual(["reviewer"]);
    expect(actorIn({ ...there, id: "nowhere" }, person, ["participant"]).roles).toEqual([]);
  });

  it("are a keeper's in a module's circle for who was asked, a reader's for other villagers", () => {
    const villager = { ...person, villageId: "village-a", districtRoles: [] };
    const open = { ...here, kind: "openCircle" } as const;
    const closed = { ...here, kind: "closedCircle" } as const;
    expect(actorIn(closed, villager, ["participant"]).roles).toEqual([
      "participant",
      "minuteTaker",
    ]);
    expect(actorIn(open, villager, ["participant"]).roles).toEqual(["participant", "minuteTaker"]);
    expect(actorIn(open, villager, []).roles).toEqual(["participant"]);
    expect(actorIn(closed, villager, []).roles).toEqual([]);
    expect(actorIn(open, { ...villager, villageId: null }, []).roles).toEqual([]);
    expect(actorIn({ ...open, id: "there" }, villager, ["participant"]).roles).toEqual([]);
  });
});
