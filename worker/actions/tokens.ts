// Web Crypto alone, so that scripts in Node make the same tokens as the Worker.

/** 256 random bits in base64url: 43 characters. */
export function newToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** As long and as hard to guess, and the same each time: HMAC-SHA-256 in base64url. */
export async function keyedToken(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", encoder.encode(key), algorithm, false, [
    "sign",
  ]);
  return base64url(
    new Uint8Array(await crypto.subtle.sign("HMAC", imported, encoder.encode(text))),
  );
}

/** SHA-256 in hex: what is stored instead of the token. Unsalted, for 256 random bits need no salt. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
