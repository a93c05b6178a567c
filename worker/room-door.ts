import { notFound, upgradeRequired } from "../domain/refusals.ts";
import { encodeSessionPerson } from "../party/forum/session-person.ts";
import { encodeRoomPerson, roomPersonHeader } from "../party/room-person.ts";
import { enterWithCookie } from "./actions/documents.ts";
import { listenWithCookie } from "./actions/forum-session-door.ts";
import { answerError } from "./answers.ts";
import { readCookie } from "./cookies.ts";
import { forumRoomPrefix } from "./db/open-rooms.ts";
import type { Env } from "./env.ts";
import { requireOwnOrigin } from "./origin.ts";

/** Answers /parties/*: lets into a room who may see its document or forum, and nothing else. */
export async function openRoomDoor(request: Request, env: Env): Promise<Response> {
  try {
    const { kind, id } = roomIn(new URL(request.url).pathname);
    if (request.method !== "GET" || request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw upgradeRequired();
    }
    requireOwnOrigin(request);
    const answer = await doors[kind](request, env, id);
    // Where a room fails, partyserver answers with the stack.
    if (answer.webSocket === null) throw new Error("the room did not open a WebSocket");
    return answer;
  } catch (error) {
    return answerError(error);
  }
}

const doors = {
  async "document-room"(request: Request, env: Env, id: string): Promise<Response> {
    const cookie = readCookie(request, "session");
    const { document, roomPerson } = await enterWithCookie(env, cookie, id, isMeantBy(request));
    const forRoom = requestForRoom(request, encodeRoomPerson(roomPerson));
    return env.DOCUMENT_ROOM.getByName(document.id).fetch(forRoom);
  },
  async "forum-room"(request: Request, env: Env, id: string): Promise<Response> {
    const cookie = readCookie(request, "session");
    const { forumId, person } = await listenWithCookie(env, cookie, id, isMeantBy(request));
    const forRoom = requestForRoom(request, encodeSessionPerson(person));
    return env.FORUM_ROOM.getByName(forumRoomPrefix + forumId).fetch(forRoom);
  },
};

function roomIn(path: string): { kind: keyof typeof doors; id: string } {
  const [, kind, id] = /^\/parties\/(document-room|forum-room)\/([\w-]{1,64})$/.exec(path) ?? [];
  if (kind === undefined || id === undefined) throw notFound();
  // One of the two, as the expression says.
  return { kind: kind as keyof typeof doors, id };
}

/**
 * A page says whose words it will send. Where another tab of the browser has signed somebody else
 * in meanwhile, they would be recorded as this other person's (R5).
 */
function isMeantBy(request: Request): (personId: string) => boolean {
  const named = new URL(request.url).searchParams.get("person");
  return (personId) => named === null || named === personId;
}

const passedHeaders = [
  "upgrade",
  "connection",
  "sec-websocket-extensions",
  "sec-websocket-key",
  "sec-websocket-protocol",
  "sec-websocket-version",
];
const passedParameters = ["protocol", "schema"];

/**
 * A new request rather than the client's own: rooms take their word for who comes from headers,
 * and partyserver reads headers (`x-partykit-*`) and a parameter (`_pk`) of its own.
 */
export function requestForRoom(request: Request, person: string): Request {
  const from = new URL(request.url);
  const to = new URL(from.pathname, from.origin);
  for (const name of passedParameters) {
    const value = from.searchParams.get(name);
    if (value !== null && /^[\w.-]{1,32}$/.test(value)) to.searchParams.set(name, value);
  }
  const headers = new Headers({ [roomPersonHeader]: person });
  for (const name of passedHeaders) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(to, { headers });
}
