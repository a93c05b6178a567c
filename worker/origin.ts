import { foreignOrigin } from "../domain/refusals.ts";

/** Browsers name the page's origin on every request that changes something and on every WebSocket. */
export function requireOwnOrigin(request: Request): void {
  if (request.headers.get("origin") !== new URL(request.url).origin) throw foreignOrigin();
}
