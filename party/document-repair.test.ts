import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { buildWorld } from "../worker/testing/world.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person } from "./testing/room-people.ts";

beforeAll(buildWorld);

const nested = (...names: string[]) => {
  const elements = names.map((name) => new Y.XmlElement(name));
  for (const [at, element] of elements.entries()) {
    if (at > 0) elements[at - 1]?.insert(0, [element]);
  }
  return elements.slice(0, 1);
};

test.each([[["table"]], [["bulletList"]], [["blockquote"]], [["bulletList", "listItem"]]])(
  "what came without anything in it (%j) is taken away by the room alone",
  async (names) => {
    const a = await RoomClient.open("case-open", person("participant-a"));
    a.container("kind", "situation").insert(0, nested(...names));
    await a.untilSaved();
    await vi.waitUntil(() => !/<(table|bulletlist|blockquote)/.test(a.text));
    expect(a.closed).toBeNull();
  },
);
