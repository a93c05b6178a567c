import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { own } from "./situations.ts";

export const enteringRows = {
  "POST /api/sign-in/preview": [{ path: "/api/sign-in/preview", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in": [{ path: "/api/sign-in", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in/passkey": [{ path: "/api/sign-in/passkey", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in/passkey/options": [{ path: "/api/sign-in/passkey/options", who: "*" }],
  "POST /api/waiting-devices": [
    { path: "/api/waiting-devices", json: { isShared: false }, who: "*" },
  ],
  "POST /api/waiting-devices/entry": [
    { path: "/api/waiting-devices/entry", json: {}, who: "*", answer: 422 },
  ],
  "POST /api/waiting-devices/seen": own("/api/waiting-devices/seen", 422, {}),
  "POST /api/waiting-devices/confirmation": own("/api/waiting-devices/confirmation", 422, {}),
  "POST /api/waiting-devices/refusal": own("/api/waiting-devices/refusal", 422, {}),
  "POST /api/forum-doors/preview": [
    { path: "/api/forum-doors/preview", json: {}, who: "*", answer: 422 },
  ],
  "POST /api/forum-doors/claims": [
    { path: "/api/forum-doors/claims", json: {}, who: "*", answer: 422 },
  ],
  "GET /api/sessions": own("/api/sessions", 200),
  "DELETE /api/sessions": own("/api/sessions", 204),
  // Another person's.
  "DELETE /api/sessions/:sessionId": own("/api/sessions/unknown", 404),
  "GET /api/passkeys": own("/api/passkeys", 200),
  "POST /api/passkeys": own("/api/passkeys", 422, {}),
  "POST /api/passkeys/options": own("/api/passkeys/options", 200),
  "DELETE /api/passkeys/:credentialId": own("/api/passkeys/unknown", 404),
  "DELETE /api/session": [{ path: "/api/session", who: "*", answer: 204 }],
  "GET /api/me": own("/api/me", 200),
  "PATCH /api/me": own("/api/me", 204, {}),
  "POST /api/me/epochs": own("/api/me/epochs", 200, { documentIds: [] }),
  "GET /api/me/profile": own("/api/me/profile", 200),
  "GET /api/me/notice": own("/api/me/notice", 200),
  "POST /api/me/notice": own("/api/me/notice", 204),
  "POST /api/me/data": own("/api/me/data", 200),
  "GET /api/home": own("/api/home", 200),
} satisfies Partial<Record<RouteName, Expected[]>>;
