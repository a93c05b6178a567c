import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { own } from "./situations.ts";

/** Everybody finds what they may see; what that is, worker/routes/search-rights.test.ts asks. */
export const searchRows = {
  "GET /api/search": own("/api/search?q=pajak", 200),
  "GET /api/search/more": own("/api/search/more?q=pajak&refs=document:case-open", 200),
  "GET /api/library": own("/api/library", 200),
  "GET /api/library/villages": own("/api/library/villages", 200),
} satisfies Partial<Record<RouteName, Expected[]>>;
