import { z } from "zod";
import { villageBadgeSchema } from "../room-person.ts";

/**
 * Who listens to a forum in session: decided by the Worker at its door, handed over in the header
 * of `roomPersonHeader` that the Worker alone can set.
 */
export const sessionPersonSchema = z.object({
  personId: z.string(),
  name: z.string(),
  village: villageBadgeSchema.nullable(),
  office: z.string().nullable(),
  /** Whether they may know of each document of the forum, however young. */
  seesDrafts: z.boolean(),
  sessionId: z.string(),
  /** Milliseconds since 1970; the socket ends with the session. */
  sessionEndsAt: z.number(),
  /** When the Worker read these rights, ms since 1970. */
  decidedAt: z.number(),
});
export type SessionPerson = z.infer<typeof sessionPersonSchema>;

/** Percent-encoded JSON, so that names in any script fit a header. */
export function encodeSessionPerson(person: SessionPerson): string {
  return encodeURIComponent(JSON.stringify(person));
}

/** @throws when the header is missing or was not made by `encodeSessionPerson` */
export function decodeSessionPerson(value: string | null): SessionPerson {
  if (value === null) throw new Error("a room was opened without a person");
  return sessionPersonSchema.parse(JSON.parse(decodeURIComponent(value)));
}
