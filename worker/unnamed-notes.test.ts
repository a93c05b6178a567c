import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Threads, ThreadView } from "../party/notes/thread-view.ts";
import { NotedDocument } from "../party/testing/noted-document.ts";
import { RoomClient } from "../party/testing/room-client.ts";
import { until } from "../party/testing/until.ts";
import { type Entered, enterRoom } from "./testing/enter-room.ts";
import { ask, cookieOf } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

/** What stands of the world's villages and people in its database; ids as JSON carries them. */
const real =
  /Desa Contoh|Warga |Pejabat |Kecamatan Contoh|village-[ab]|[\w-]+-[ab]"|"(minute-taker|observer|camat|facilitator|reviewer)"/;
const readers = ["participant-a", "participant-b", "minute-taker", "observer", "camat"];

async function say<T>(personId: string, method: string, path: string, json?: unknown): Promise<T> {
  const answer = await ask(path, { method, cookie: await cookieOf(personId), json });
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return answer.json();
}

it("in an unnamed case nobody but the facilitator is told who noted, answered, closed, accepted or was named", async () => {
  const facilitator = await NotedDocument.create(["Bukti belanja belum lengkap."], {
    isUnnamed: true,
  });
  const path = `/api/documents/${facilitator.id}/threads`;
  const entered = new Map<string, Entered>();
  for (const id of [...readers, "facilitator"]) {
    entered.set(id, await enterRoom(facilitator.id, id));
  }
  const listed = (personId: string) => say<Threads>(personId, "GET", path);

  const { mentionable } = await listed("participant-a");
  expect(mentionable.villages).toHaveLength(2);
  expect(mentionable.people).toHaveLength(readers.length + 1);
  const author = await NotedDocument.enter(facilitator.id, "participant-a");
  const thread = await author.note("belum lengkap", {
    suggestion: "sudah lengkap",
    mentions: {
      villageIds: mentionable.villages.map(({ id }) => id),
      personIds: mentionable.people.map(({ personId }) => personId),
    },
  });
  expect(thread.mentioned).toEqual(mentionable);
  const named = (await listed("facilitator")).mentionable;
  const answers: unknown[] = [thread];
  const under = `${path}/${thread.id}`;
  const reply = (text: string, ids: object) => ({ id: crypto.randomUUID(), text, mentions: ids });
  const someone = named.people.find((person) => person.personId === "participant-a");
  answers.push(
    await say("participant-b", "POST", `${under}/replies`, reply("Benar.", {})),
    await say("minute-taker", "PUT", `${under}/closure`),
    await say("minute-taker", "DELETE", `${under}/closure`),
    await say("minute-taker", "PUT", `${under}/acceptance`),
  );
  const shown = await say<ThreadView>(
    "facilitator",
    "POST",
    `${under}/replies`,
    reply("Baik.", { personIds: [someone?.personId] }),
  );
  expect(shown.replies.at(-1)?.mentioned.people).toMatchObject([{ name: "Warga participant-a" }]);

  for (const personId of readers) {
    const heard = entered.get(personId)?.heard ?? (() => "");
    await until(() => heard().includes("Baik."));
    expect(heard()).toContain('"number":');
    expect(heard()).not.toMatch(real);
    expect(JSON.stringify(await listed(personId))).not.toMatch(real);
  }
  expect(JSON.stringify(answers)).not.toMatch(real);
  const told = entered.get("facilitator")?.heard ?? (() => "");
  await until(() => told().includes("Baik."));
  for (const text of [told(), JSON.stringify(await listed("facilitator"))]) {
    expect(text).toContain("Warga participant-b");
    expect(text).toContain("Pejabat minute-taker");
    expect(text).toContain("Desa Contoh B");
  }
});
