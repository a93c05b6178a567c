import { type ModuleStatus, moduleStatuses } from "../../domain/modules.ts";
import { can } from "../../domain/permissions.ts";
import { isFrozen, type Theme } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { readAttachments } from "../db/attachments.ts";
import { selectUses } from "../db/modules.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectVersions } from "../db/versions.ts";
import type { Env } from "../env.ts";
import { enterModule } from "./module-door.ts";
import {
  type ForumResult,
  type OwnUse,
  readOwnUses,
  readResults,
  readSeenUses,
} from "./module-evaluations.ts";

interface Writer {
  personId: string;
  name: string;
  position: string;
  village: VillageBadge | null;
  request: string;
}

export interface ModulePage {
  id: string;
  title: string;
  theme: Theme;
  status: ModuleStatus;
  /** What its files lie under. */
  circleId: string;
  writers: Writer[];
  /** What the reader was asked to write; null for everybody else. */
  request: string | null;
  /** The forums that used it and that the reader sees; `place` is the version they had, 0 unknown. */
  uses: { forumId: string; title: string; startsAt: number; place: number }[];
  /** When it came to each status, the oldest first; `place` in its record. */
  steps: { status: ModuleStatus; place: number; at: number }[];
  /** The reader's own forums with it. */
  own: OwnUse[];
  /** Null for whom the results are not for. */
  results: ForumResult[] | null;
  files: {
    id: string;
    name: string;
    sizeBytes: number;
    addedBy: string;
    createdAt: number;
    mayRemove: boolean;
  }[];
  /** Where this person may move it. */
  moves: ModuleStatus[];
  may: { write: boolean; ask: boolean; remove: boolean; attach: boolean };
}

/** @throws notFound, also for a module that may not be seen */
export async function readModule(env: Env, me: SignedIn, moduleId: string): Promise<ModulePage> {
  const db = openDatabase(env);
  const { document, forum, actor, module, writers, askedPersonIds } = await enterModule(
    db,
    me,
    moduleId,
  );
  const uses = await selectUses(db, [moduleId]);
  const seenUses = await readSeenUses(db, me, uses);
  const versions = await selectVersions(db, moduleId);
  const files = await readAttachments(db, "module", [moduleId]);
  const mayWrite = can(actor, "document.write", document);
  const mayAsk = can(actor, "module.edit", { askedPersonIds: [] });
  const { status } = module;
  return {
    ...{ id: document.id, title: document.title, theme: document.theme, status },
    circleId: forum.id,
    writers,
    request: writers.find(({ personId }) => personId === me.person.id)?.request ?? null,
    uses: seenUses.map(({ forumId, title, startsAt, place }) => ({
      ...{ forumId, title, startsAt, place },
    })),
    steps: versions
      .flatMap(({ kind, name, place, at }) => {
        const step = kind === "status" && moduleStatuses.find((each) => each === name);
        return step ? [{ status: step, place, at }] : [];
      })
      .sort((a, b) => a.at - b.at),
    own: await readOwnUses(db, me, [moduleId], uses),
    results: can(actor, "module.seeResults", { askedPersonIds })
      ? await readResults(db, moduleId)
      : null,
    files: files.map(({ id, name, sizeBytes, addedBy, createdAt, addedByPersonId }) => ({
      ...{ id, name, sizeBytes, addedBy, createdAt },
      mayRemove: can(actor, "file.remove", { addedByPersonId, isInSession: mayWrite }),
    })),
    moves: moduleStatuses.filter((to) => can(actor, "module.move", { from: status, to })),
    may: {
      write: mayWrite,
      ask: mayAsk && !isFrozen(document.status),
      remove: mayAsk && status !== "published",
      attach: mayWrite,
    },
  };
}
