import type { Connection } from "partyserver";
import { openDatabase } from "../../worker/db/open.ts";
import { deleteOpenRoom, insertOpenRoom } from "../../worker/db/open-rooms.ts";
import type { Env } from "../../worker/env.ts";
import { logBug } from "../../worker/log-bug.ts";
import type { RefusalName } from "../close-codes.ts";
import type { Presence } from "../presence/presence.ts";
import type { RoomPerson } from "../room-person.ts";
import { askRights } from "./ask-rights.ts";
import { Registration } from "./registration.ts";
import { RightsWatch } from "./rights-watch.ts";

interface Room {
  env: Pick<Env, "DB" | "DEMO_PEOPLE">;
  documentId: () => string;
  presence: Presence;
  sendAway: (refused: readonly (readonly [Connection, RefusalName])[]) => void;
}

/** How a room learns of changed rights (R4): its row among the open rooms, and what it asks. */
export class RoomRights {
  readonly registration: Registration;
  readonly watch: RightsWatch<Connection, RoomPerson>;

  constructor({ env, documentId, presence, sendAway }: Room) {
    const db = openDatabase(env);
    this.registration = new Registration({
      insert: () => insertOpenRoom(db, documentId(), Date.now()),
      remove: () => deleteOpenRoom(db, documentId()),
      isEmpty: () => presence.size === 0,
      onFailure: logBug,
    });
    this.watch = new RightsWatch<Connection, RoomPerson>({
      sockets: () => presence.sockets(),
      personOf: (socket) => presence.personOf(socket),
      ask: async (people) => {
        // First, so that no change falls between the answer and the first notice.
        await this.registration.ensure();
        const masks = new Map(people.map(({ sessionId, mask }) => [sessionId, mask]));
        return askRights(env, documentId(), masks);
      },
      rightsIn,
      sendAway,
      toldSince: () => this.registration.since,
      onFailure: logBug,
    });
  }

  /** @returns whether it was decided anew; false where that could not be asked */
  async onNotice(personIds: readonly string[] | null, now: number): Promise<boolean> {
    try {
      await this.watch.onNotice(personIds, now);
    } catch (error) {
      // Not thrown on: the runtime would log the statement with its values.
      logBug(error);
      return false;
    }
    // A crash may have left the row of a room that nobody is in.
    this.registration.removeIfEmpty();
    return true;
  }
}

/** A new name in an unnamed case is no reason: the reconnect would tell whose it is. */
function rightsIn({ village, ...person }: RoomPerson): string {
  const { name, office, mask, mayWrite, isFrozen, unmasks, lanes } = person;
  const named = mask ? null : [name, office, village && [village.id, village.name, village.colour]];
  return JSON.stringify([named, mayWrite, isFrozen, unmasks, lanes]);
}
