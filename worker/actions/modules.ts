import type { BatchItem } from "drizzle-orm/batch";
import { maxTitleLength } from "../../domain/forum-plan.ts";
import type { ModuleStatus } from "../../domain/modules.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { invalidField, notAllowed } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import { toWib } from "../../domain/wib.ts";
import { insertDocument } from "../db/cases.ts";
import { insertForum } from "../db/forum-changes.ts";
import { placesIn } from "../db/forums.ts";
import { findModuleMaker, insertModule, selectModules, selectUses } from "../db/modules.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf, districtActor, districtsOf } from "./actor.ts";
import { makeOnce, ownerIs } from "./make-once.ts";
import { type OwnUse, readOwnUses } from "./module-evaluations.ts";
import { byWhom, record } from "./record.ts";

export interface ModuleCard {
  id: string;
  title: string;
  theme: Theme;
  status: ModuleStatus;
  /** What this person was asked to write in it, as long as they may; null for everybody else. */
  request: string | null;
  /** How many forums used it. */
  useCount: number;
  /** The forums in which this person met it and has not said yet what they think of it. */
  toEvaluate: OwnUse[];
}

export interface ModuleList {
  /** The newest first. */
  modules: ModuleCard[];
  mayMake: boolean;
}

/** The modules of one's districts that one may see. */
export async function readModules(env: Env, me: SignedIn): Promise<ModuleList> {
  const db = openDatabase(env);
  const districtIds = [...new Set([me.district.id, ...districtsOf(me)])];
  const rows = await selectModules(db, me.person.id, districtIds);
  const seen = [...Map.groupBy(rows, ({ document }) => document.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const actor = actorOf(me, first.forum, placesIn(own));
    if (!can(actor, "document.see", first.document)) return [];
    const mayWrite = can(actor, "document.write", first.document);
    return [{ ...first, request: mayWrite ? first.request : null }];
  });
  const ids = seen.map(({ document }) => document.id);
  const uses = await selectUses(db, ids);
  const own = await readOwnUses(db, me, ids, uses);
  return {
    modules: seen.map(({ document, module, request }) => ({
      id: document.id,
      title: document.title,
      theme: document.theme,
      status: module.status,
      request,
      useCount: uses.filter(({ moduleId }) => moduleId === document.id).length,
      toEvaluate: own.filter((use) => use.moduleId === document.id && !use.isGiven),
    })),
    mayMake: can(districtActor(me), "module.edit", { askedPersonIds: [] }),
  };
}

/** What is done in the same transaction. */
interface Alongside {
  before: readonly BatchItem<"sqlite">[];
  after: (moduleId: string) => readonly BatchItem<"sqlite">[];
}

/**
 * Begins a module in one's own district. Its text is a document of a circle of its own, which is
 * closed until the module is tried out. @throws notAllowed, invalidField
 */
export async function makeModule(
  env: Env,
  me: SignedIn,
  order: { id: string; title: string; theme: Theme },
  now: number,
  alongside: Alongside = { before: [], after: () => [] },
): Promise<{ moduleId: string }> {
  if (!can(districtActor(me), "module.edit", { askedPersonIds: [] })) throw notAllowed();
  const title = cleanLine(order.title);
  if (!/\p{L}/u.test(title) || title.length > maxTitleLength) throw invalidField("title");
  const db = openDatabase(env);
  const [moduleId, forumId, districtId] = [order.id, crypto.randomUUID(), me.district.id];
  const both = { title, theme: order.theme, createdAt: now };
  const ownerOf = async () => ownerIs(await findModuleMaker(db, moduleId), me.person.id);
  const make = () =>
    record(db, {
      facts: [
        {
          ...byWhom(me),
          action: "moduleMade",
          subjectKind: "document",
          subjectId: moduleId,
          forumId,
          details: { theme: order.theme },
        },
      ],
      now,
      change: [
        ...alongside.before,
        insertForum(db, {
          ...both,
          id: forumId,
          districtId,
          kind: "closedCircle",
          stage: "trial",
          status: "planned",
          startsAt: now,
          endsAt: now,
          place: "",
          isDemo: me.person.isDemo,
        }),
        insertDocument(db, {
          ...both,
          id: moduleId,
          forumId,
          kind: "module",
          fiscalYear: Number(toWib(now).day.slice(0, 4)),
          status: "draft",
        }),
        insertModule(db, {
          documentId: moduleId,
          districtId,
          status: "design",
          createdByPersonId: me.person.id,
          createdAt: now,
        }),
        ...alongside.after(moduleId),
      ],
    });
  await makeOnce(ownerOf, make);
  return { moduleId };
}
