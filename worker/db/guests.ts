import { and, eq, isNull } from "drizzle-orm";
import type { Sector } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import { people } from "./schema.ts";

export function setSector(db: Database, personId: string, sector: Sector) {
  return db
    .update(people)
    .set({ sector })
    .where(and(eq(people.id, personId), isNull(people.removedAt)));
}
