// Web Crypto alone, so that scripts in Node make the same codes as the Worker.
import type { Env } from "../env.ts";

/** Crockford's 32: without I, L, O and U, which are read as others. Eight of them are 40 bits. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const readAs: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V" };
const codeLength = 8;

/** A short code to be read aloud or typed, such as "7K3M-PQ2X". */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(codeLength));
  const code = [...bytes].map((byte) => letters.charAt(byte % letters.length)).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, whatever its case, spaces and dashes, with look-alikes read as one. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[ILOU]/g, (letter) => readAs[letter] ?? letter);
}

/**
 * HMAC/SHA-256 in hex: what is stored instead of the code. Keyed, since 40 bits are few enough to
 * try them all on a stolen database.
 * @param use what the code is for: one kind never opens another's door
 */
export async function hashCode(
  env: Pick<Env, "LINK_KEY">,
  typed: string,
  use: "code" | "pairing" = "code",
): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder();
  const secret = bytes.encode(env.LINK_KEY);
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const text = bytes.encode(`${use}:${normaliseCode(typed)}`);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, text));
  return [...mac].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
