import { useSyncExternalStore } from "react";
import type { ShownPerson } from "../../party/masks/shown-person.ts";
import type { RoomConnection } from "./room-connection.ts";

/** Somebody else in the document, with the Yjs client that their caret belongs to. */
export type PresentPerson = ShownPerson & { client: number };

const caches = new WeakMap<RoomConnection, { key: string; people: PresentPerson[] }>();

/** Who else is here, as the room says; the same array until somebody comes, goes or moves in. */
export function usePresentPeople(connection: RoomConnection): PresentPerson[] {
  return useSyncExternalStore(
    (listener) => {
      connection.awareness.on("update", listener);
      return () => connection.awareness.off("update", listener);
    },
    () => readPeople(connection),
  );
}

function readPeople(connection: RoomConnection): PresentPerson[] {
  const people = [...connection.awareness.getStates()].flatMap(([client, state]) =>
    client !== connection.doc.clientID && state.user
      ? [{ ...(state.user as ShownPerson), client }]
      : [],
  );
  const key = JSON.stringify(people);
  const cached = caches.get(connection);
  if (cached?.key === key) return cached.people;
  caches.set(connection, { key, people });
  return people;
}
