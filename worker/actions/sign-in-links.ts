import { signInLinkLastsMs } from "../../domain/sign-in.ts";
import type { Database } from "../db/open.ts";
import { insertSignInLink } from "../db/sign-in-links.ts";
import { hashToken, newToken } from "./tokens.ts";

/** Makes a personal link and returns its token, which is stored nowhere but in the link itself. */
export async function createSignInLink(
  db: Database,
  personId: string,
  now: number,
): Promise<string> {
  const token = newToken();
  await insertSignInLink(db, {
    tokenHash: await hashToken(token),
    personId,
    createdAt: now,
    expiresAt: now + signInLinkLastsMs,
  });
  return token;
}
