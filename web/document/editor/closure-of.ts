import { isForumData } from "../../../domain/document/containers.ts";
import { wholeDocument } from "../../../party/locks/lock-view.ts";
import type { RoomConnection } from "../room-connection.ts";
import type { ContainerContext } from "./container-view.ts";

/** What of the document is closed to this person, as the room would decide it at this moment. */
export function closuresIn(
  connection: RoomConnection,
  mayWriteIn: (villageId: string) => boolean,
): ContainerContext["closureOf"] {
  return ({ type, attrs }, parent) => {
    if (isForumData(type.name, attrs.name, parent?.type.name)) return "forum";
    if (type.name === "lane" && !mayWriteIn(attrs.village)) return "lane";
    const id = type.name === "doc" ? wholeDocument : attrs.id;
    return connection.view.locks.some(({ containerId }) => containerId === id) ? "lock" : null;
  };
}
