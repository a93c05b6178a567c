import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, people, roles, signOffs, submissions } from "../db/schema.ts";
import { checksAllowed } from "../limit-writes.ts";
import { ask, notFound, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus, signingOf, statusOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(async () => {
  await buildWorld();
  const office = { districtId: "99.01.01", position: "Camat", office: "Kecamatan Contoh" };
  await db.insert(people).values({ ...office, id: "camat-too", name: "Camat Lain", createdAt: 0 });
  await db.insert(roles).values({ ...here, personId: "camat-too" });
});
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const here = { districtId: "99.01.01", role: "camat" } as const;
const movedOn = { status: 409, code: "status-moved-on" };
const changed = { status: 409, code: "submission-changed" };
const notAllowed = { status: 403, code: "not-allowed" };

const sign = (id: string, fingerprint: string, who = "camat") =>
  askOf(id, who, "/sign-off", { fingerprint });
const signaturesOf = (id: string) => db.select().from(signOffs).where(eq(signOffs.documentId, id));

async function submitted() {
  const id = await newDocument("drafted");
  return { id, fingerprint: await submit(id) };
}

async function matches(fingerprint: string): Promise<unknown> {
  return (await ask(`/api/fingerprints/${fingerprint}`)).json();
}

describe("a document that is signed", () => {
  it("keeps who signed which version with which fingerprint, and as what", async () => {
    const { id, fingerprint } = await submitted();
    expect((await sign(id, fingerprint)).status).toBe(204);
    expect(await statusOf(id)).toBe("signed");
    const [submission] = await db.select().from(submissions).where(eq(submissions.documentId, id));
    expect(await signaturesOf(id)).toMatchObject([
      {
        submissionId: submission?.id,
        place: submission?.place,
        fingerprint,
        personId: "camat",
        position: "Kepala Seksi",
        office: "Kecamatan Contoh",
      },
    ]);
    const { signOff, may } = await signingOf(id);
    expect(signOff).toMatchObject({ fingerprint, by: { personId: "camat" } });
    expect(may).toMatchObject({ sign: false, sendBack: false, publish: true, download: true });
    const [act] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.personId, "camat")));
    expect(JSON.parse(act?.details ?? "")).toMatchObject({ to: "signed", fingerprint });
  });

  it("is signed by one of two who do it at once", async () => {
    const { id, fingerprint } = await submitted();
    const both = await Promise.all([sign(id, fingerprint), sign(id, fingerprint, "camat-too")]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await signaturesOf(id)).toHaveLength(1);
  });

  it("is the version that the camat saw, and no later one", async () => {
    const { id, fingerprint } = await submitted();
    await askOf(id, "camat", "/return", { reason: "Ulangi." });
    const second = await submit(id);
    expect(await refusal(await sign(id, fingerprint))).toEqual(changed);
    expect(await signaturesOf(id)).toEqual([]);
    expect((await sign(id, second)).status).toBe(204);
  });

  it("is not signed where the words are not those that were submitted", async () => {
    const { id, fingerprint } = await submitted();
    await setStatus(id, "open");
    await env.DOCUMENT_ROOM.getByName(id).thaw(null);
    const noted = await NotedDocument.enter(id, "facilitator");
    noted.client.type(noted.client.container("kind", "situation"), "Disisipkan.");
    await noted.saved();
    await setStatus(id, "submitted");
    const answer = await refusal(await sign(id, fingerprint));
    expect(answer).toEqual({ status: 409, code: "content-differs" });
    expect(await statusOf(id)).toBe("submitted");
    const file = await refusal(await askOf(id, "camat", "/signed-file"));
    expect(file).toEqual({ status: 409, code: "content-differs" });
  });

  it("is not signed by whose right was revoked, nor by anybody else", async () => {
    const { id, fingerprint } = await submitted();
    await db.delete(roles).where(eq(roles.personId, "camat-too"));
    expect(await refusal(await sign(id, fingerprint, "camat-too"))).toEqual(notFound);
    await db.insert(roles).values({ ...here, personId: "camat-too", role: "facilitator" });
    expect(await refusal(await sign(id, fingerprint, "camat-too"))).toEqual(notAllowed);
    await db.delete(roles).where(eq(roles.personId, "camat-too"));
    await db.insert(roles).values({ ...here, personId: "camat-too" });
    expect(await refusal(await sign(id, fingerprint, "representative-a"))).toEqual(notAllowed);
    expect(await signaturesOf(id)).toEqual([]);
  });

  it.each(["draft", "open", "drafted", "returned", "signed", "published", "withdrawn"] as const)(
    "is not one that is %s",
    async (status) => {
      const id = await newDocument(status);
      expect(await refusal(await sign(id, "0".repeat(64)))).toEqual(movedOn);
    },
  );

  it.each([undefined, null, "", "cocok", "0".repeat(63), "G".repeat(64)])(
    "is not signed by the fingerprint %j",
    async (fingerprint) => {
      const { id } = await submitted();
      expect((await askOf(id, "camat", "/sign-off", { fingerprint })).status).toBe(422);
    },
  );
});

describe("a document that is sent back", () => {
  it("says why, who and when, and keeps the submission in the record", async () => {
    const { id } = await submitted();
    const answer = await askOf(id, "camat", "/return", { reason: "  Rujukan belum ada. " });
    expect(answer.status).toBe(204);
    const { submission, returned, may } = await signingOf(id, "facilitator");
    expect(submission).toBeNull();
    expect(returned).toMatchObject({ reason: "Rujukan belum ada.", by: { personId: "camat" } });
    expect(may.submit).toBe(true);
    expect((await signingOf(id, "participant-a")).returned).toMatchObject({ by: null });
  });

  it("needs a reason, and is sent back once", async () => {
    const { id } = await submitted();
    const reasonless = await refusal(await askOf(id, "camat", "/return", { reason: " " }));
    expect(reasonless).toEqual({ status: 422, code: "reason-missing", field: "reason" });
    const both = await Promise.all(
      ["camat", "camat-too"].map((who) => askOf(id, who, "/return", { reason: "Ulangi." })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it("is either signed or sent back, whoever comes first", async () => {
    const { id, fingerprint } = await submitted();
    const both = await Promise.all([
      sign(id, fingerprint),
      askOf(id, "camat-too", "/return", { reason: "Ulangi." }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const isSigned = (await statusOf(id)) === "signed";
    expect(await signaturesOf(id)).toHaveLength(isSigned ? 1 : 0);
  });
});

describe("a signed document", () => {
  it("is known to everybody by its fingerprint alone, once it is signed", async () => {
    const { id, fingerprint } = await submitted();
    expect(await matches(fingerprint)).toEqual({ matches: false });
    await sign(id, fingerprint);
    expect(await matches(fingerprint)).toEqual({ matches: true });
    expect(await matches(fingerprint.toUpperCase())).toEqual({ matches: true });
    for (const other of ["0".repeat(64), "cocok", id, "%00", "'"]) {
      expect(await matches(other)).toEqual({ matches: false });
    }
  });

  it("is not looked for without end from one network", async () => {
    const headers = { "cf-connecting-ip": "192.0.2.77" };
    const path = `/api/fingerprints/${"1".repeat(64)}`;
    const statuses = new Set<number>();
    for (let asked = 0; asked <= checksAllowed; asked += 40) {
      const answers = await Promise.all(Array.from({ length: 40 }, () => ask(path, { headers })));
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses]).toEqual([200, 429]);
    expect((await ask(path, { headers: { "cf-connecting-ip": "192.0.2.78" } })).status).toBe(200);
  });
});
