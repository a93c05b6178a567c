import type { AuditFact } from "../../domain/audit.ts";
import { type ModuleStatus, maxWritingRequest, moduleTransitions } from "../../domain/modules.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { moduleClosed, moduleInUse } from "../../domain/refusals/modules.ts";
import { invalidField, notAllowed, notFound, statusMovedOn } from "../../domain/refusals.ts";
import { isFrozen } from "../../domain/statuses.ts";
import { transitionOf } from "../../domain/transitions.ts";
import { deleteMember } from "../db/members.ts";
import {
  deleteWriter,
  insertIntoCircle,
  moveModule,
  removeModule,
  upsertWriter,
} from "../db/modules.ts";
import { openDatabase } from "../db/open.ts";
import { selectPeopleByIds } from "../db/people.ts";
import { noticeOfDocument } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { mayExist } from "../may-exist.ts";
import { enterModule } from "./module-door.ts";
import { noteVersion } from "./note-versions.ts";
import { placeOnceMade } from "./place-now.ts";
import { byWhom, record } from "./record.ts";

type Entered = Awaited<ReturnType<typeof enterModule>>;

/** Moves it on; where it stood then is kept as a version. @throws notFound, statusMovedOn, notAllowed */
export async function moveModuleOn(
  env: Env,
  me: SignedIn,
  { moduleId, to }: { moduleId: string; to: ModuleStatus },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const entered = await enterModule(db, me, moduleId);
  const from = entered.module.status;
  if (transitionOf(moduleTransitions, from, to) === null) throw statusMovedOn();
  if (!can(entered.actor, "module.move", { from, to })) throw notAllowed();
  const answers = await record(db, {
    facts: [factOf(me, entered, "moduleMoved", { from, to })],
    now,
    change: moveModule(db, { documentId: moduleId, forumId: entered.forum.id }, from, to),
    onlyIfChanged: true,
    after: [noticeOfDocument(db, moduleId, now)],
  });
  if (!answers.at(-1)?.meta.changes) throw statusMovedOn();
  const place = await placeOnceMade(env, moduleId).catch(logBug);
  const noted = { documentId: moduleId, kind: "status", name: to, personId: me.person.id } as const;
  await noteVersion(env, noted, place ?? undefined);
}

/** Out of all lists. @throws notFound, notAllowed, moduleInUse */
export async function removeUnusedModule(
  env: Env,
  me: SignedIn,
  moduleId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const entered = await enterToAsk(env, me, moduleId);
  // What the camat has published is the camat's to withdraw.
  if (entered.module.status === "published") throw notAllowed();
  const answers = await record(db, {
    facts: [factOf(me, entered, "moduleRemoved", { from: entered.module.status })],
    now,
    change: removeModule(db, moduleId, now),
    onlyIfChanged: true,
    after: [noticeOfDocument(db, moduleId, now)],
  });
  if (!answers.at(-1)?.meta.changes) throw moduleInUse();
}

interface Asked {
  moduleId: string;
  personId: string;
  /** What they are asked to write. */
  request: string;
}

/** Somebody of a village of the district. @throws notFound, notAllowed, moduleClosed, invalidField */
export async function askWriter(env: Env, me: SignedIn, order: Asked, now: number): Promise<void> {
  const db = openDatabase(env);
  const { moduleId, personId } = order;
  const entered = await enterToAsk(env, me, moduleId);
  if (isFrozen(entered.document.status)) throw moduleClosed();
  const request = cleanLine(order.request);
  if (request === "" || request.length > maxWritingRequest) throw invalidField("request");
  const [person] = await selectPeopleByIds(db, entered.forum.districtId, [personId]);
  if (person === undefined || person.village === null || !mayExist(person, env)) throw notFound();
  await record(db, {
    facts: [factOf(me, entered, "moduleWriterAsked", { person: personId })],
    now,
    change: [
      insertIntoCircle(db, entered.forum.id, personId),
      upsertWriter(db, {
        documentId: moduleId,
        personId,
        request,
        askedByPersonId: me.person.id,
        askedAt: now,
      }),
    ],
    after: [noticeOfDocument(db, moduleId, now)],
  });
}

/** What they wrote stays. @throws notFound, notAllowed */
export async function releaseWriter(
  env: Env,
  me: SignedIn,
  { moduleId, personId }: Omit<Asked, "request">,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const entered = await enterToAsk(env, me, moduleId);
  await record(db, {
    facts: [factOf(me, entered, "moduleWriterReleased", { person: personId })],
    now,
    change: [deleteWriter(db, moduleId, personId), deleteMember(db, entered.forum.id, personId)],
    onlyIfChanged: true,
    after: [noticeOfDocument(db, moduleId, now)],
  });
}

async function enterToAsk(env: Env, me: SignedIn, moduleId: string): Promise<Entered> {
  const entered = await enterModule(openDatabase(env), me, moduleId);
  if (!can(entered.actor, "module.edit", { askedPersonIds: [] })) throw notAllowed();
  return entered;
}

function factOf(
  me: SignedIn,
  { document, forum, actor }: Entered,
  action: AuditFact["action"],
  details: Record<string, string>,
): AuditFact {
  return {
    ...byWhom(me, forum.districtId),
    roles: actor.roles,
    action,
    subjectKind: "document",
    subjectId: document.id,
    forumId: forum.id,
    details,
  };
}
