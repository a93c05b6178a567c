import { env } from "cloudflare:workers";
import { getTableName } from "drizzle-orm";
import { expect, it } from "vitest";
import { ownRows } from "./own-rows.ts";

/** Told of in the file by statements of their own (`worker/actions/my-data.ts`). */
const toldApart = [
  "people.person_key",
  "roles.person_id",
  "forum_members.person_id",
  "sessions.person_id",
  "sign_in_links.person_id",
  "passkeys.person_id",
  "forum_evaluators.person_id",
  "audit_log.person_id",
  "experiences.person_id",
  "practices.shared_by_person_id",
  "practice_adoptions.person_id",
  "questions.asked_by_person_id",
  "answers.author_person_id",
  "announcement_reads.person_id",
];

/** Not told, and why. */
const leftOut: Record<string, string> = {
  "attendance.marked_by_person_id": "is about whoever was marked; that it was done is in the log",
  "sign_in_links.created_by_person_id": "is somebody else's way in; that it was made is in the log",
  "waiting_devices.confirmed_by_person_id": "is somebody else's device",
  "module_writers.asked_by_person_id": "is about whoever was asked; that it was done is in the log",
  "passkey_challenges.person_id": "lives for minutes and opens something",
  "room_notices.person_id": "lives for seconds, until the room was told",
  "survey_participations.respondent_id": "is the person or village that the same row names",
};

it("every column that names a person is told to that person, or is left out with a reason", async () => {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%'",
  ).all<{ name: string }>();
  expect(tables.length).toBeGreaterThan(60);
  const naming: string[] = [];
  for (const { name: table } of tables) {
    const { results } = await env.DB.prepare(`pragma table_info(${table})`).all<{ name: string }>();
    const named = results.filter(({ name }) => /person|respondent/.test(name));
    naming.push(...named.map(({ name }) => `${table}.${name}`));
  }
  const told = Object.values(ownRows).map(({ table, by }) => `${getTableName(table)}.${by.name}`);
  expect([...told, ...toldApart, ...Object.keys(leftOut)].toSorted()).toEqual(naming.toSorted());
});

it("tells no secret and nobody else's name", () => {
  for (const { columns, by } of Object.values(ownRows)) {
    for (const { name } of columns) {
      expect(name).not.toMatch(/hash|salt|token|secret|person|key$|leaves|pieces|words_of/);
    }
    expect(columns).not.toContain(by);
  }
});
