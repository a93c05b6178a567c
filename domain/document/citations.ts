/**
 * A regulation is cited by a link to its page in the register, with the words of the one who cited
 * it: the link's address names the regulation (docs/decisions/0032).
 */
const register = "/program/regulasi/";

export function citationAddress(regulationId: string): string {
  return register + regulationId;
}

/** The regulation that a link's address names; null where the link leads elsewhere. */
export function citedRegulation(href: unknown): string | null {
  if (typeof href !== "string" || !href.startsWith(register)) return null;
  const id = href.slice(register.length);
  return /^[\w-]{1,64}$/.test(id) ? id : null;
}
