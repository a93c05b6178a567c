import { fileURLToPath } from "node:url";
import type { BenchServer } from "../servers/bench-server.ts";

/**
 * Who writes in a run: `keepers` are raw clients that keep what a browser is to keep, `browsers`
 * the server's real provider.
 */
export type Crew = "keepers" | "browsers" | "both";

/** The file that joins as the author of this number. */
export function authorFile(server: BenchServer, crew: Crew, author: number): string {
  const isBrowser = crew === "browsers" || (crew === "both" && author % 2 === 0);
  if (isBrowser) return server.witnessFile;
  return fileURLToPath(new URL("./keeping-author.ts", import.meta.url));
}
