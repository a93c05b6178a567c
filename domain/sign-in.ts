const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Long enough to hand a link over by WhatsApp or on paper before the forum it is for. */
export const signInLinkLastsMs = 14 * dayMs;
export const sessionLastsMs = 30 * dayMs;

/** The device that used a link may use it again this long: its first answer may have been lost. */
export const repeatableForMs = 10 * minuteMs;

/** Generous, because a whole hall, or a mobile network, may share one address. */
export const failedAttemptsAllowed = 30;
export const failedAttemptsWindowMs = 10 * minuteMs;

/** A personal sign-in link as it is stored; times in ms since 1970, the device as its hash. */
export interface LinkFacts {
  expiresAt: number;
  usedAt: number | null;
  usedByDevice: string | null;
}

export type LinkState = "unused" | "repeatable" | "used" | "expired";

/** What a link is worth to the device that brings it at `now` (`null`: a device not seen before). */
export function linkState(link: LinkFacts, device: string | null, now: number): LinkState {
  if (link.usedAt === null) return now < link.expiresAt ? "unused" : "expired";
  const isSameDevice = device !== null && device === link.usedByDevice;
  return isSameDevice && now < link.usedAt + repeatableForMs ? "repeatable" : "used";
}
