import { type Actor, can } from "../../domain/permissions.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import { selectCarriers, selectPlacesIn } from "../db/follow-up-history.ts";
import type { FollowUpRow } from "../db/follow-ups.ts";
import type { ForumRow } from "../db/forums.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf } from "./actor.ts";

/** A follow-up with all its rows, as one person sees it. */
export interface SeenFollowUp extends Pick<FollowUpRow, "document" | "forum"> {
  /** Its words, as they are signed. */
  first: FollowUpRow["row"];
  /** The later due dates, in order. */
  moves: FollowUpRow["row"][];
  /** The row that holds now. */
  head: FollowUpRow["row"];
  /** Null also where it is masked. */
  village: FollowUpRow["village"];
  /** Taken out of its document, or that was withdrawn. */
  isGone: boolean;
  unmasks: boolean;
  maySeeDocument: boolean;
  maySeeForum: boolean;
  maySeeNames: boolean;
  /** As whom the person may do it; null where they may not. */
  updater: Actor | null;
  postponer: Actor | null;
  /** Whether they may put a file beside it: those are kept with its own forum. */
  mayAttach: boolean;
  /** The forums that took it over, of those that the person may see. */
  carriers: { id: string; title: string; at: number }[];
}

/**
 * Of these follow-ups, those that the person may see, in their order: by its document's rules in its
 * own forum, or in one that took it over (docs/decisions/0022).
 */
export async function seeFollowUps(
  db: Database,
  me: SignedIn,
  rows: readonly FollowUpRow[],
): Promise<SeenFollowUp[]> {
  if (rows.length === 0) return [];
  const carriers = await selectCarriers(
    db,
    rows.map(({ row }) => row.id),
  );
  const forums = [...rows, ...carriers].map(({ forum }) => forum);
  const places = await selectPlacesIn(db, me.person.id, [...new Set(forums.map(({ id }) => id))]);
  const actorIn = (forum: ForumRow) =>
    actorOf(
      me,
      forum,
      places.filter(({ forumId }) => forumId === forum.id).map(({ role }) => role),
    );
  const chains = Map.groupBy(rows, ({ row }) => JSON.stringify([row.documentId, row.nodeId]));
  return [...chains.values()].flatMap((chain) => {
    const ids = new Set(chain.map(({ row }) => row.id));
    const own = carriers
      .filter(({ followUpId }) => ids.has(followUpId))
      .map((carrier) => ({ ...carrier, actor: actorIn(carrier.forum) }));
    const seen = see(chain, own, actorIn);
    return seen === null ? [] : [seen];
  });
}

type Carrier = Awaited<ReturnType<typeof selectCarriers>>[number] & { actor: Actor };

function see(
  chain: readonly FollowUpRow[],
  carriers: readonly Carrier[],
  actorIn: (forum: ForumRow) => Actor,
): SeenFollowUp | null {
  const start = chain.find(({ row }) => row.replacesId === null);
  if (start === undefined) return null;
  const { row: first, document, forum } = start;
  const actor = actorIn(forum);
  const maySeeDocument = can(actor, "document.see", document);
  const actors = [actor, ...carriers.map((carrier) => carrier.actor)].filter((each) =>
    can(each, "document.see", document),
  );
  if (actors.length === 0) return null;
  const isUnmasked = unmasks(actor, document);
  const isGone = first.isGone || document.status === "withdrawn";
  // In an unnamed case it is nobody's, whatever village stands in the row.
  const villageId = document.isUnnamed ? null : first.villageId;
  const whoMay = (rule: (each: Actor) => boolean) => (isGone ? null : (actors.find(rule) ?? null));
  const moves = movesOf(chain, first.id);
  return {
    ...{ first, moves, document, forum, isGone, maySeeDocument },
    head: moves.at(-1) ?? first,
    village: isUnmasked ? start.village : null,
    unmasks: isUnmasked,
    maySeeForum: can(actor, "forum.see", forum),
    maySeeNames: actors.some((each) => can(each, "history.names", document)),
    updater: whoMay((each) => can(each, "followUp.update", { villageId })),
    mayAttach: !isGone && maySeeDocument && can(actor, "followUp.update", { villageId }),
    postponer: whoMay((each) => can(each, "followUp.postpone")),
    carriers: carriers
      .filter((carrier) => can(carrier.actor, "forum.see", carrier.forum))
      .map(({ carriedAt, forum: { id, title } }) => ({ id, title, at: carriedAt })),
  };
}

function movesOf(chain: readonly FollowUpRow[], firstId: string): FollowUpRow["row"][] {
  const moves: FollowUpRow["row"][] = [];
  const after = (id: string) => chain.find(({ row }) => row.replacesId === id)?.row;
  for (let next = after(firstId); next !== undefined; next = after(next.id)) moves.push(next);
  return moves;
}
