import type { Env } from "./env.ts";

/** Demo people exist only where somebody tries the product out, never in a deployed Worker. */
export function mayExist(person: { isDemo: boolean }, env: Pick<Env, "DEMO_PEOPLE">): boolean {
  return !person.isDemo || env.DEMO_PEOPLE === "yes";
}
