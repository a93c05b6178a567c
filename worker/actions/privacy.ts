import { markNoticeSeen } from "../db/my-data.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findSettings } from "../db/settings.ts";
import type { Env } from "../env.ts";

export interface PrivacyNotice {
  district: { name: string; regency: string };
  /** Each is null where the product's own words hold. */
  contact: string | null;
  basis: string | null;
  retentionYears: number | null;
}

export async function readNotice(env: Env, { district }: SignedIn): Promise<PrivacyNotice> {
  const settings = await findSettings(openDatabase(env), district.id);
  return {
    district: { name: district.name, regency: district.regency },
    contact: settings.privacyContact,
    basis: settings.privacyBasis,
    retentionYears: settings.retentionYears,
  };
}

/** The first time counts. It is information and no consent, hence no fact of the log. */
export async function noteNoticeSeen(env: Env, me: SignedIn, now: number): Promise<void> {
  await markNoticeSeen(openDatabase(env), me.person.id, now);
}
