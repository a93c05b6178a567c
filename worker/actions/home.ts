import { can } from "../../domain/permissions.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import { selectUnread } from "../db/announcements.ts";
import { selectDocumentsNear } from "../db/documents.ts";
import { placesIn, selectCirclesNear, selectForumsNear } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { selectProposed } from "../db/redactions.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectDocumentsToSettle } from "../db/waiting-documents.ts";
import type { Env } from "../env.ts";
import { actorOf, districtsOf } from "./actor.ts";
import {
  beingWorkedOn,
  type DocumentCard,
  documentCard,
  type ForumCard,
  forumCard,
} from "./cards.ts";
import { glanceAt, glancesPerRequest } from "./glances.ts";
import { type WaitingDocument, waitingFor, waitingStatuses } from "./waiting-documents.ts";

export interface Home {
  forums: ForumCard[];
  documents: DocumentCard[];
  /** What waits for this person alone, the oldest first. */
  waiting: WaitingDocument[];
  /** Those that the person has not read yet. */
  announcements: { id: string; title: string; text: string }[];
}

/** The person's forums, the documents that are being worked on in them, and what waits for them. */
export async function readHome(env: Env, me: SignedIn): Promise<Home> {
  const db = openDatabase(env);
  const { id: personId, village } = me.person;
  const [forumRows, circleRows, documentRows, settleRows, proposed, announcements] = await db.batch(
    [
      selectForumsNear(db, me.person.id, districtsOf(me)),
      selectCirclesNear(db, me.person.id, districtsOf(me)),
      selectDocumentsNear(db, me.person.id, districtsOf(me), beingWorkedOn),
      selectDocumentsToSettle(
        db,
        { id: personId, villageId: village?.id ?? null },
        districtsOf(me),
        waitingStatuses,
      ),
      selectProposed(db),
      selectUnread(db, me.district.id, me.person.id),
    ],
  );
  const forums = seenBy(me, forumRows);
  const byId = new Map(forums.map((visible) => [visible.forum.id, visible]));
  const documents = documentRows
    .flatMap(({ document }) => {
      const visible = byId.get(document.forumId);
      if (visible === undefined || !can(visible.actor, "document.see", document)) return [];
      return [
        {
          document,
          forumTitle: visible.forum.title,
          id: document.id,
          unmasks: unmasks(visible.actor, document),
        },
      ];
    })
    .slice(0, glancesPerRequest);
  const glances = await glanceAt(env, documents);
  return {
    forums: forums.map(({ forum }) => forumCard(forum)).sort(byNearness),
    documents: documents
      .map(({ document, forumTitle, id }) => documentCard(document, forumTitle, glances.get(id)))
      .sort(byLiveliness),
    waiting: waitingFor(
      { documents: settleRows, redactions: proposed },
      new Map([
        ...byId,
        ...seenBy(me, circleRows).map((circle) => [circle.forum.id, circle] as const),
      ]),
    ),
    announcements,
  };
}

type ForumNear = Awaited<ReturnType<typeof selectForumsNear>>[number];

function seenBy(me: SignedIn, rows: readonly ForumNear[]) {
  return [...Map.groupBy(rows, ({ forum }) => forum.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const actor = actorOf(me, first.forum, placesIn(own));
    return can(actor, "forum.see", first.forum) ? [{ forum: first.forum, actor }] : [];
  });
}

const nearness = { inSession: 0, invited: 1, planned: 1, ended: 2, cancelled: 2 } as const;

/** In session first, then the next, then the past from the newest. */
function byNearness(a: ForumCard, b: ForumCard): number {
  const difference = nearness[a.status] - nearness[b.status];
  if (difference !== 0) return difference;
  return nearness[a.status] === 2 ? b.startsAt - a.startsAt : a.startsAt - b.startsAt;
}

/** With people in them first, then the most recently edited; the others keep their order. */
function byLiveliness(a: DocumentCard, b: DocumentCard): number {
  const difference = Number(b.present.length > 0) - Number(a.present.length > 0);
  return difference !== 0 ? difference : (b.lastEditedAt ?? 0) - (a.lastEditedAt ?? 0);
}
