const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Long enough to hand a link over by WhatsApp or on paper before the forum it is for. */
export const signInLinkLastsMs = 14 * dayMs;
export const sessionLastsMs = 30 * dayMs;
/** A day in the office: whoever comes after has to sign in. */
export const sharedSessionLastsMs = 12 * 60 * minuteMs;

/** A code that a facilitator reads out to somebody who lost the phone. */
export const codeLastsMs = 15 * minuteMs;
/** A second device that waits for its owner's phone. */
export const pairingLastsMs = 2 * minuteMs;
/** Somebody in the hall who waits for the facilitator. */
export const claimLastsMs = 10 * minuteMs;
export const claimsAtOnce = 200;
/** The QR on the projector, for a morning. */
export const doorLastsMs = 4 * 60 * minuteMs;
/** From a passkey's first step to its second. */
export const challengeLastsMs = 5 * minuteMs;

/** The device that used a link may use it again this long: its first answer may have been lost. */
export const repeatableForMs = 10 * minuteMs;

/** Generous, because a whole hall, or a mobile network, may share one address. */
export const failedAttemptsAllowed = 30;
/** Of short codes, from everywhere together: 40 bits then stand for longer than anybody tries. */
export const failedCodesAllowed = 600;
/** Codes of other devices that one signed-in person may mistype. */
export const failedPairingsAllowed = 10;
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
