import { notFound, upgradeRequired } from "../domain/refusals.ts";
import { encodeRoomPerson, roomPersonHeader } from "../party/room-person.ts";
import { enterWithCookie } from "./actions/documents.ts";
import { answerError } from "./answers.ts";
import { readCookie } from "./cookies.ts";
import type { Env } from "./env.ts";
import { requireOwnOrigin } from "./origin.ts";

/** Answers /parties/*: lets into a document's room who may see the document, and nothing else. */
export async function openRoomDoor(request: Request, env: Env): Promise<Response> {
  try {
    const documentId = documentIdIn(new URL(request.url).pathname);
    if (request.method !== "GET" || request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw upgradeRequired();
    }
    requireOwnOrigin(request);
    const { document, roomPerson } = await enterWithCookie(
      env,
      readCookie(request, "session"),
      documentId,
      (personId) => isMeant(request, personId),
    );
    const answer = await env.DOCUMENT_ROOM.getByName(document.id).fetch(
      requestForRoom(request, encodeRoomPerson(roomPerson)),
    );
    // Where a room fails, partyserver answers with the stack.
    if (answer.webSocket === null) throw new Error("the room did not open a WebSocket");
    return answer;
  } catch (error) {
    return answerError(error);
  }
}

function documentIdIn(path: string): string {
  const id = /^\/parties\/document-room\/([\w-]{1,64})$/.exec(path)?.[1];
  if (id === undefined) throw notFound();
  return id;
}

/**
 * A page says whose words it will send. Where another tab of the browser has signed somebody else
 * in meanwhile, they would be recorded as this other person's (R5).
 */
function isMeant(request: Request, personId: string): boolean {
  const named = new URL(request.url).searchParams.get("person");
  return named === null || named === personId;
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
