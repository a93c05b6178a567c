import type { Env } from "../env.ts";

/**
 * A door's token is derived, so that a projector that starts again shows the same QR although the
 * database holds its hash alone.
 */
export async function doorToken(
  env: Pick<Env, "LINK_KEY">,
  { forumId, createdAt }: { forumId: string; createdAt: number },
): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder();
  const secret = bytes.encode(env.LINK_KEY);
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, bytes.encode(`door:${forumId}:${createdAt}`));
  return btoa(String.fromCharCode(...new Uint8Array(mac)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
