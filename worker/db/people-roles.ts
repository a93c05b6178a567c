import { sql } from "drizzle-orm";
import type { DistrictRole } from "../../domain/roles.ts";
import type { Database } from "./open.ts";
import { roles } from "./schema.ts";

export function insertRoles(
  db: Database,
  districtId: string,
  role: DistrictRole,
  persons: readonly { id: string }[],
) {
  return db.insert(roles).select(sql`
    select value ->> '$.id', ${districtId}, ${role} from json_each(${JSON.stringify(persons)}) where true
  `);
}
