/**
 * Why a room closes a socket: named once, shared by room and browser. 4000–4099 ask the browser to
 * come back by itself; from 4400 on it stops editing and says why.
 */
export const closeCodes = {
  /** The room could not write to its storage; what was not acknowledged is sent again. */
  storageFailed: 4001,
  /** Nothing was heard of this browser for too long. */
  silent: 4002,
  /** This person may do other things than the socket was opened for: they come back with them. */
  rightsChanged: 4003,
  /** Letters were removed from the whole record: what this browser holds of the document is over. */
  redacted: 4004,
  notSignedIn: 4401,
  noAccess: 4403,
  /** A change by somebody who may only read. */
  readOnly: 4405,
  /** A change inside a lane or container that is closed to this person. */
  closedContainer: 4406,
  /** A change in another person's name. */
  foreignAuthor: 4407,
  /** A change to a document whose status closes it to everybody (R9). */
  frozen: 4408,
  /** A change that would grow a document beyond its limit. */
  documentFull: 4410,
  /** A change inside of what is locked while it is discussed: the person goes on elsewhere. */
  sectionLocked: 4411,
  tooLarge: 4413,
  /** Not decodable, or not part of a document. */
  malformed: 4422,
  schemaTooOld: 4426,
  tooFast: 4429,
  /** A change whose foundations never arrived. */
  unfounded: 4430,
  /** Everybody who may be in a room at once is in it. */
  roomFull: 4431,
  /** Nobody needs so many sockets in one room as this person has. */
  tooManyTabs: 4432,
} as const;

export type RefusalName = keyof typeof closeCodes;

/** The name of a close code, or null when the socket closed for a reason outside the room. */
export function refusalOf(code: number): RefusalName | null {
  for (const [name, value] of Object.entries(closeCodes)) {
    if (value === code) return name as RefusalName;
  }
  return null;
}

/** Whether the browser comes back by itself after this close. */
export function mayReturn(name: RefusalName): boolean {
  return closeCodes[name] < 4400;
}
