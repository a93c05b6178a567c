import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { ForumRole, Role } from "../../domain/roles.ts";
import type { AgendaItemKind, ForumStatus, Sector } from "../../domain/statuses.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { selectAgendaDocuments } from "../db/agenda.ts";
import { selectDocumentsOf } from "../db/documents.ts";
import {
  type ForumRow,
  findForum,
  selectAgenda,
  selectHosts,
  selectInvitedVillages,
  selectMembers,
} from "../db/forums.ts";
import { selectLinkedModules } from "../db/modules.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import {
  beingWorkedOn,
  type DocumentCard,
  documentCard,
  type ForumCard,
  forumCard,
} from "./cards.ts";
import { glanceAt } from "./glances.ts";
import { forumMoves } from "./statuses.ts";

interface Villager {
  id: string;
  name: string;
  position: string;
  roles: ForumRole[];
}

interface Official {
  id: string;
  name: string;
  position: string;
  office: string | null;
  /** Of a guest: which part of society they come from. */
  sector: Sector | null;
  roles: Role[];
}

interface AgendaItem {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  /** Of those that the reader sees. */
  documentIds: string[];
}

export interface ForumPage {
  forum: ForumCard &
    Pick<ForumRow, "chairPersonId" | "leaderPersonId" | "lanesAreOpen"> & {
      district: { id: string; name: string };
    };
  agenda: AgendaItem[];
  villages: (VillageBadge & { people: Villager[] })[];
  officials: Official[];
  documents: DocumentCard[];
  /** The modules on its agenda, of those that the reader sees. */
  modules: { id: string; title: string }[];
  /** Where this person may move the forum. */
  moves: ForumStatus[];
  /** What this person may do to it. */
  may: { configure: boolean; proposeCase: boolean; sortCases: boolean; export: boolean };
}

/** @throws notFound, also for a forum that may not be seen */
export async function readForum(env: Env, me: SignedIn, forumId: string): Promise<ForumPage> {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum, district, ownRoles } = found;
  const { chairPersonId, leaderPersonId, lanesAreOpen } = forum;
  const actor = actorOf(me, forum, ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();

  const linked = await selectLinkedModules(db, forum.id);
  const modules = linked.filter(({ circle, status }) =>
    can(actorOf(me, { ...forum, kind: circle }, []), "document.see", {
      ...{ kind: "module", status },
      proposedByPersonId: null,
      proposedByVillageId: null,
    }),
  );
  const [agenda, links, villages, members, hosts, rows] = await db.batch([
    selectAgenda(db, forum.id),
    selectAgendaDocuments(db, forum.id),
    selectInvitedVillages(db, forum.id),
    selectMembers(db, forum.id),
    selectHosts(db, forum.districtId),
    selectDocumentsOf(db, forum.id),
  ]);
  const people = gatherRoles(members);
  const officials = gatherRoles([...hosts, ...members]).filter(
    ({ villageId, roles }) => villageId === null || roles.some(isHosting),
  );
  const documents = rows.filter((document) => can(actor, "document.see", document));
  const glances = await glanceAt(
    env,
    documents
      .toSorted(byLiveness)
      .map((document) => ({ id: document.id, unmasks: unmasks(actor, document) })),
  );
  return {
    forum: { ...forumCard(forum), district, chairPersonId, leaderPersonId, lanesAreOpen },
    agenda: agenda.map((item) => ({
      ...item,
      documentIds: links
        .filter(({ itemId }) => itemId === item.id)
        .map(({ documentId }) => documentId)
        .filter((id) => [...documents, ...modules].some((document) => document.id === id)),
    })),
    villages: villages.map((village) => ({
      ...village,
      people: people
        .filter(({ villageId }) => villageId === village.id)
        .map(({ id, name, position, roles }) => ({ id, name, position, roles })),
    })),
    officials: officials.map(({ villageId: _, ...official }) => official),
    documents: documents.map((row) => documentCard(row, forum.title, glances.get(row.id))),
    modules: [...new Map(modules.map(({ id, title }) => [id, { id, title }])).values()],
    moves: forumMoves(actor, forum),
    may: {
      configure: can(actor, "forum.configure"),
      proposeCase: can(actor, "case.propose") && isToBeHeld(forum.status),
      sortCases: can(actor, "case.sort"),
      export: can(actor, "forum.export"),
    },
  };
}

/** Or is being held. */
export function isToBeHeld(status: ForumStatus): boolean {
  return status !== "ended" && status !== "cancelled";
}

type PersonRow = Omit<Official, "roles"> & { villageId: string | null };

/** One entry for each person, with all their roles, in the order of the rows. */
function gatherRoles<R extends Role>(rows: { person: PersonRow; role: R }[]) {
  return [...Map.groupBy(rows, ({ person }) => person.id).values()].flatMap((held) => {
    const [first] = held;
    return first === undefined ? [] : [{ ...first.person, roles: held.map(({ role }) => role) }];
  });
}

function isHosting(role: Role): boolean {
  return role === "facilitator" || role === "camat";
}

/** Rooms that may have somebody in them come first, should there be too many to look into. */
function byLiveness(a: { status: DocumentCard["status"] }, b: { status: DocumentCard["status"] }) {
  return Number(beingWorkedOn.includes(b.status)) - Number(beingWorkedOn.includes(a.status));
}
