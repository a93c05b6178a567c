import { hashToken, newToken } from "../../worker/actions/tokens.ts";
import { Failure } from "../failure.ts";
import { findCamatSql, findDistrictSql, insertCamatStatements } from "./sql.ts";

const linkLastsMs = 24 * 3_600_000;

/** Runs one statement, or several that are handed over as one list, and returns the first's rows. */
export type Query = (statements: string[]) => Promise<Record<string, unknown>[]>;

/**
 * Creates the district's first camat, facilitator as well, and returns the token of a link for 24
 * hours.
 * @throws {Failure} when the district is unknown or has a camat already
 */
export async function enterFirstCamat(
  query: Query,
  wishes: { name: string; position: string; district: string },
): Promise<string> {
  const [district] = await query([findDistrictSql(wishes.district)]);
  if (district === undefined) {
    throw new Failure(
      `Kecamatan ${wishes.district} tidak ada di basis data.`,
      `District ${wishes.district} is not in the database.`,
    );
  }
  const [camat] = await query([findCamatSql(wishes.district)]);
  if (camat !== undefined) {
    throw new Failure(
      `Kecamatan ${wishes.district} sudah punya camat (${camat.name}): mintalah tautan kepadanya.`,
      `District ${wishes.district} already has a camat (${camat.name}): ask that person for a link.`,
    );
  }
  const token = newToken();
  const now = Date.now();
  await query(
    insertCamatStatements({
      ...wishes,
      personId: crypto.randomUUID(),
      office: `Kecamatan ${district.name}`,
      tokenHash: await hashToken(token),
      now,
      expiresAt: now + linkLastsMs,
    }),
  );
  return token;
}
