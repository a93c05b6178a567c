import { HTTPException } from "hono/http-exception";
import { internalError, malformed, Refusal } from "../domain/refusals.ts";
import { logBug } from "./log-bug.ts";

const hardening: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Every answer of the API and every refused upgrade: for this person only, and for this page. */
export function harden(answer: Response): Response {
  for (const [name, value] of Object.entries(hardening)) answer.headers.set(name, value);
  return answer;
}

/** The one place where a "no" or a bug becomes an answer: `{ error: RefusalBody }`. */
export function answerError(error: unknown): Response {
  const refusal = asRefusal(error);
  if (refusal === null) {
    logBug(error);
    return harden(Response.json({ error: internalError }, { status: 500 }));
  }
  const { retryAfterSeconds } = refusal.options;
  const answer = Response.json({ error: refusal.body() }, { status: refusal.status });
  if (retryAfterSeconds !== undefined) answer.headers.set("retry-after", `${retryAfterSeconds}`);
  return harden(answer);
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  // Hono's own, for a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400) return malformed();
  return null;
}
