/** The browser's sign of life; the runtime answers `pong` without waking the room. */
export const ping = "ping";
export const pong = "pong";
