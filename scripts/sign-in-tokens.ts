import { createSignInLink } from "../worker/actions/sign-in-links.ts";
import type { Database } from "../worker/db/open.ts";
import { demoPeople } from "./demo/people.ts";

/** A fresh token for each demo person, by the person's name. */
export async function signInTokens(database: Database): Promise<Map<string, string>> {
  const now = Date.now();
  const tokens = await Promise.all(
    demoPeople.map(
      async ({ id, name }) => [name, await createSignInLink(database, id, now)] as const,
    ),
  );
  return new Map(tokens);
}
