import { eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { districtSettings } from "./schema.ts";

/** What the camat decides; `null` means that the product's own words hold. */
export interface DistrictSettings {
  inspectorateSees: boolean;
  privacyContact: string | null;
  privacyBasis: string | null;
  retentionYears: number | null;
}

/** What holds while no camat has decided anything. */
const safeSettings: DistrictSettings = {
  inspectorateSees: false,
  privacyContact: null,
  privacyBasis: null,
  retentionYears: null,
};

export async function findSettings(db: Database, districtId: string): Promise<DistrictSettings> {
  const [row] = await db
    .select({
      inspectorateSees: districtSettings.inspectorateSees,
      privacyContact: districtSettings.privacyContact,
      privacyBasis: districtSettings.privacyBasis,
      retentionYears: districtSettings.retentionYears,
    })
    .from(districtSettings)
    .where(eq(districtSettings.districtId, districtId));
  return row ?? safeSettings;
}

/** Changes nothing where they are no longer `from`: two camats do not overwrite each other. */
export function replaceSettings(
  db: Database,
  districtId: string,
  from: DistrictSettings,
  to: DistrictSettings,
) {
  return db
    .insert(districtSettings)
    .values({ districtId, ...to })
    .onConflictDoUpdate({
      target: districtSettings.districtId,
      set: to,
      setWhere: sql`${districtSettings.inspectorateSees} = ${from.inspectorateSees ? 1 : 0}
        and ${districtSettings.privacyContact} is ${from.privacyContact}
        and ${districtSettings.privacyBasis} is ${from.privacyBasis}
        and ${districtSettings.retentionYears} is ${from.retentionYears}`,
    });
}
