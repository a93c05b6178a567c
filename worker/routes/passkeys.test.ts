import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { failedAttempts, passkeyChallenges, passkeys, sessions } from "../db/schema.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const refused = { status: 403, code: "passkey-refused" };
const origin = "http://sinau.test";
let keys: CryptoKeyPair;

beforeAll(async () => {
  await buildWorld();
  const made = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  keys = made as CryptoKeyPair; // Of an algorithm with two keys.
});
beforeEach(async () => {
  await db.batch([
    db.delete(passkeys),
    db.delete(passkeyChallenges),
    db.delete(sessions),
    db.delete(failedAttempts),
  ]);
  const raw = await crypto.subtle.exportKey("raw", keys.publicKey);
  const point = new Uint8Array(raw as ArrayBuffer); // "raw" is never a JWK.
  // COSE: kty EC2, alg ES256, crv P-256, x, y.
  const head = [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20];
  const cose = [...head, ...point.slice(1, 33), 0x22, 0x58, 0x20, ...point.slice(33)];
  await db.insert(passkeys).values({
    credentialId: "phone",
    personId: "participant-a",
    publicKey: Buffer.from(cose),
    counter: 1,
    transports: "internal",
    createdAt: 0,
  });
});

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const text = (words: string) => new TextEncoder().encode(words);
const sha256 = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

async function challenge(): Promise<string> {
  const answer = await ask("/api/sign-in/passkey/options", { method: "POST" });
  return (await answer.json<{ challenge: string }>()).challenge;
}

/** As an authenticator answers; 5: present and verified. */
async function answerTo(given: string, { at = origin, id = "phone", counter = 2, flags = 5 } = {}) {
  const client = text(JSON.stringify({ type: "webauthn.get", challenge: given, origin: at }));
  const data = Uint8Array.from([...(await sha256(text("sinau.test"))), flags, 0, 0, 0, counter]);
  const signed = Uint8Array.from([...data, ...(await sha256(client))]);
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const raw = new Uint8Array(await crypto.subtle.sign(algorithm, keys.privateKey, signed));
  const parts = [derInteger(raw.slice(0, 32)), derInteger(raw.slice(32))].flat();
  const response = {
    clientDataJSON: base64url(client),
    authenticatorData: base64url(data),
    signature: base64url(Uint8Array.from([0x30, parts.length, ...parts])),
  };
  return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
}

function derInteger(bytes: Uint8Array): number[] {
  const digits = [...bytes];
  while (digits[0] === 0 && digits.length > 1) digits.shift();
  if ((digits[0] ?? 0) > 127) digits.unshift(0);
  return [2, digits.length, ...digits];
}

const signIn = (response: unknown) => ask("/api/sign-in/passkey", { json: { response } });

describe("a passkey", () => {
  it("opens a session of its owner", async () => {
    const answer = await signIn(await answerTo(await challenge()));
    expect(await answer.json()).toMatchObject({ person: { id: "participant-a" } });
    expect(await db.select().from(sessions)).toMatchObject([{ openedBy: "passkey" }]);
    expect(await db.select().from(passkeys)).toMatchObject([{ counter: 2 }]);
  });

  it("opens nothing with an answer that is sent again", async () => {
    const response = await answerTo(await challenge());
    expect((await signIn(response)).status).toBe(200);
    expect(await refusal(await signIn(response))).toEqual(refused);
  });

  it.each([
    ["for another site", { at: "http://elsewhere.test" }],
    ["of a key that nobody kept", { id: "unknown" }],
    ["whose counter stands still", { counter: 1 }],
    ["without finger, face or PIN", { flags: 1 }],
  ])("opens nothing with an answer %s, in the same words", async (_, wrong) => {
    expect(await refusal(await signIn(await answerTo(await challenge(), wrong)))).toEqual(refused);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it("opens nothing with a challenge that was invented, is too old, or was for making one", async () => {
    const invented = base64url(crypto.getRandomValues(new Uint8Array(32)));
    expect(await refusal(await signIn(await answerTo(invented)))).toEqual(refused);
    const old = await challenge();
    await db.update(passkeyChallenges).set({ expiresAt: Date.now() });
    expect(await refusal(await signIn(await answerTo(old)))).toEqual(refused);
    const cookie = await cookieOf("participant-a");
    const making = await ask("/api/passkeys/options", { method: "POST", cookie });
    const { challenge: forMaking } = await making.json<{ challenge: string }>();
    expect(await refusal(await signIn(await answerTo(forMaking)))).toEqual(refused);
  });

  it("is its owner's alone to see and remove", async () => {
    const stranger = await cookieOf("participant-b");
    expect(await (await ask("/api/passkeys", { cookie: stranger })).json()).toEqual([]);
    const remove = (cookie: string) => ask("/api/passkeys/phone", { method: "DELETE", cookie });
    expect(await refusal(await remove(stranger))).toEqual(notFound);
    expect((await remove(await cookieOf("participant-a"))).status).toBe(204);
    expect(await db.select().from(passkeys)).toEqual([]);
    for (const path of ["/api/passkeys", "/api/passkeys/options"]) {
      const method = path.endsWith("options") ? "POST" : "GET";
      expect(await refusal(await ask(path, { method }))).toEqual(notSignedIn);
    }
  });

  it("is not kept on a shared computer", async () => {
    const cookie = await cookieOf("participant-a");
    await db.update(sessions).set({ isShared: true });
    const answer = await ask("/api/passkeys/options", { method: "POST", cookie });
    expect(await refusal(answer)).toEqual({ status: 403, code: "not-on-shared-computers" });
  });
});
