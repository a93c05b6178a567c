import { env } from "cloudflare:workers";
import { beforeAll, expect, it } from "vitest";
import { newDocument, statusOf } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";
import { openDatabase } from "./open.ts";
import { findCurrentSubmission, submitStatements } from "./submissions.ts";

beforeAll(buildWorld);

const db = openDatabase(env);

async function submitHeld(documentId: string, heldForMs: number): Promise<void> {
  const submission = {
    ...{ id: crypto.randomUUID(), documentId, place: 1, schemaVersion: 2, at: 1 },
    ...{ fingerprint: "0".repeat(64), salts: "[]", head: "{}", attendance: "[]" },
    ...{ attachments: "[]", submittedByPersonId: "facilitator" },
  };
  await db.batch(submitStatements(db, submission, "drafted", Date.now() + heldForMs));
}

it("nothing is submitted whose room may have let go meanwhile", async () => {
  const id = await newDocument("drafted");
  await submitHeld(id, 1000);
  expect(await statusOf(id)).toBe("drafted");
  expect(await findCurrentSubmission(db, id)).toBeNull();
});

it("what a room holds is submitted once, from the status that was seen", async () => {
  const id = await newDocument("drafted");
  await submitHeld(id, 30_000);
  expect(await statusOf(id)).toBe("submitted");
  await submitHeld(id, 30_000);
  expect(await findCurrentSubmission(db, id)).toMatchObject({ place: 1 });
  const other = await newDocument("open");
  await submitHeld(other, 30_000);
  expect(await statusOf(other)).toBe("open");
});
