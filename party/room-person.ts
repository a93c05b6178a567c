import { z } from "zod";
import { maskSchema } from "./masks/mask.ts";

/** A village as rooms and screens name it; `colour` is its place, 0 to 11, in the palette. */
export const villageBadgeSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.number().int().min(0).max(11),
});
export type VillageBadge = z.infer<typeof villageBadgeSchema>;

/**
 * Who a socket belongs to and what they may do: decided by the Worker at connect, handed to the
 * room in a header that the Worker alone can set (R4, R5).
 */
export const roomPersonSchema = z.object({
  personId: z.string(),
  name: z.string(),
  village: villageBadgeSchema.nullable(),
  office: z.string().nullable(),
  mayWrite: z.boolean(),
  /** Whether the document's status closes it to everybody (R9), and not only to this person. */
  isFrozen: z.boolean(),
  /** Whether this person sees who is behind a mask, or the document has none. */
  unmasks: z.boolean(),
  /** What everybody else sees of this person; null where the document names its people. */
  mask: maskSchema.nullable(),
  /** In whose lanes this person may write: villages, in an unnamed case their masks. */
  lanes: z.union([z.literal("all"), z.array(z.string())]),
  /** The session's public name, by which the room asks again. */
  sessionId: z.string(),
  /** Milliseconds since 1970; the socket ends with the session. */
  sessionEndsAt: z.number(),
  /** When the Worker read these rights, ms since 1970. */
  decidedAt: z.number(),
});
export type RoomPerson = z.infer<typeof roomPersonSchema>;

/** Percent-encoded JSON, so that names in any script fit a header. */
export const roomPersonHeader = "x-room-person";

export function encodeRoomPerson(person: RoomPerson): string {
  return encodeURIComponent(JSON.stringify(person));
}

/** @throws when the header is missing or was not made by `encodeRoomPerson` */
export function decodeRoomPerson(value: string | null): RoomPerson {
  if (value === null) throw new Error("a room was opened without a person");
  return roomPersonSchema.parse(JSON.parse(decodeURIComponent(value)));
}
