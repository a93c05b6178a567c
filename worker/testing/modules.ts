import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { documentStatusOf, type ModuleStatus } from "../../domain/modules.ts";
import { modules, moduleWriters } from "../db/module-schema.ts";
import { openDatabase } from "../db/open.ts";
import { documents, forumMembers, forums } from "../db/schema.ts";

interface Given {
  districtId: string;
  status: ModuleStatus;
  askedPersonIds: readonly string[];
}

/** Makes the module of this id, or brings it to what is given; its circle is `circle-<id>`. */
export async function addModule(
  id: string,
  { districtId, status, askedPersonIds }: Given,
): Promise<void> {
  const db = openDatabase(env);
  const forumId = `circle-${id}`;
  const kind = status === "design" ? "closedCircle" : "openCircle";
  const both = { title: `Modul ${id}`, theme: "planning", createdAt: 0 } as const;
  await db.batch([
    db
      .insert(forums)
      .values({
        ...both,
        id: forumId,
        districtId,
        kind,
        stage: "trial",
        status: "planned",
        startsAt: 0,
        endsAt: 0,
        place: "",
      })
      .onConflictDoUpdate({ target: forums.id, set: { kind } }),
    db
      .insert(documents)
      .values({
        ...both,
        id,
        forumId,
        kind: "module",
        fiscalYear: 2026,
        status: documentStatusOf[status],
      })
      .onConflictDoUpdate({ target: documents.id, set: { status: documentStatusOf[status] } }),
    db
      .insert(modules)
      .values({
        documentId: id,
        districtId,
        status,
        createdByPersonId: "facilitator",
        createdAt: 0,
      })
      .onConflictDoUpdate({ target: modules.documentId, set: { status, removedAt: null } }),
    db.delete(moduleWriters).where(eq(moduleWriters.documentId, id)),
    db.delete(forumMembers).where(eq(forumMembers.forumId, forumId)),
    ...askedPersonIds.flatMap((personId) => [
      db.insert(forumMembers).values({ forumId, personId, role: "participant" }),
      db.insert(moduleWriters).values({
        documentId: id,
        personId,
        request: "Materi",
        askedByPersonId: "facilitator",
        askedAt: 0,
      }),
    ]),
  ]);
}
