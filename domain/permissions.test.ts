import { describe, expect, it } from "vitest";
import { type Actor, actorIn, can } from "./permissions.ts";
import type { Role } from "./roles.ts";
import { type DocumentStatus, isFrozen } from "./statuses.ts";

/** Written by hand from the programme's table of rights, apart from the code that decides. */
const columns = ["P", "W", "N", "F", "C", "R", "I"] as const;
const roleOf: Record<(typeof columns)[number], Role> = {
  P: "participant",
  W: "representative",
  N: "minuteTaker",
  F: "facilitator",
  C: "camat",
  R: "reviewer",
  I: "inspectorate",
};

const seesForum = "P W N F C";

const seesDocument: Record<DocumentStatus, string> = {
  draft: "P W N F C",
  open: "P W N F C",
  drafted: "P W N F C R",
  submitted: "P W N F C R",
  returned: "P W N F C R",
  signed: "P W N F C R",
  published: "P W N F C R",
  withdrawn: "P W N F C",
};

const writesOthersDocument: Record<DocumentStatus, string> = {
  draft: "N F",
  open: "P W N F",
  drafted: "N F",
  submitted: "",
  returned: "N F",
  signed: "",
  published: "",
  withdrawn: "",
};

const writesOwnDocument: Record<DocumentStatus, string> = {
  ...writesOthersDocument,
  draft: "P W N F",
};

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

const writesOwnVillagesLane = writesOthersDocument;

function somebody(role: Role | null, personId = "somebody"): Actor {
  return { personId, villageId: "village-a", roles: role === null ? [] : [role] };
}

function whoMay(ask: (actor: Actor) => boolean): string {
  return columns.filter((column) => ask(somebody(roleOf[column]))).join(" ");
}

const statuses = Object.keys(seesDocument) as DocumentStatus[];

describe("the table of rights", () => {
  it("says who sees a forum", () => {
    expect(whoMay((actor) => can(actor, "forum.see"))).toBe(seesForum);
  });

  it.each(statuses)("says who does what in a document that is %s", (status) => {
    const others = { status, proposedByPersonId: "somebody-else" };
    const own = { status, proposedByPersonId: "somebody" };
    const ownLane = { ...others, villageId: "village-a" };
    const othersLane = { ...others, villageId: "village-b" };
    expect({
      see: whoMay((actor) => can(actor, "document.see", others)),
      writeOthers: whoMay((actor) => can(actor, "document.write", others)),
      writeOwn: whoMay((actor) => can(actor, "document.write", own)),
      writeEveryLane: whoMay((actor) => can(actor, "lanes.write", others)),
      writeOthersLane: whoMay((actor) => can(actor, "lane.write", othersLane)),
      writeOwnLane: whoMay((actor) => can(actor, "lane.write", ownLane)),
    }).toEqual({
      see: seesDocument[status],
      writeOthers: writesOthersDocument[status],
      writeOwn: writesOwnDocument[status],
      writeEveryLane: writesEveryLane[status],
      writeOthersLane: writesEveryLane[status],
      writeOwnLane: writesOwnVillagesLane[status],
    });
  });

  it.each(statuses)(
    "calls a document that is %s frozen exactly when nobody writes in it",
    (status) => {
      expect(isFrozen(status)).toBe(writesOwnDocument[status] === "");
    },
  );

  it.each(statuses)("gives nothing to somebody without a role, document %s", (status) => {
    const own = { status, proposedByPersonId: "somebody", villageId: "village-a" };
    expect(can(somebody(null), "forum.see")).toBe(false);
    for (const action of ["document.see", "document.write", "lanes.write", "lane.write"] as const) {
      expect(can(somebody(null), action, own)).toBe(false);
    }
  });

  it("takes no document without a proposer for anybody's own", () => {
    const nobodys = { status: "draft", proposedByPersonId: null } as const;
    expect(can(somebody("participant"), "document.write", nobodys)).toBe(false);
  });
});

describe("the roles of a person in a forum", () => {
  const person = {
    id: "somebody",
    villageId: null,
    districtId: "here",
    districtRoles: [
      { districtId: "here", role: "facilitator" },
      { districtId: "there", role: "reviewer" },
    ],
  } as const;

  it("are those of its district and those held in it", () => {
    expect(actorIn("here", person, ["minuteTaker"]).roles).toEqual(["facilitator", "minuteTaker"]);
  });

  it("are only those given for its district where somebody comes from another", () => {
    expect(actorIn("there", person, ["participant"]).roles).toEqual(["reviewer"]);
    expect(actorIn("nowhere", person, ["participant"]).roles).toEqual([]);
  });
});
