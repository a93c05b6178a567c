import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.ts";
import { projectRoot } from "./paths.ts";
import { prepareLocalState } from "./serve.ts";

/** A database with the demo in it, which each test copies for a server of its own. */
export const preparedState = join(projectRoot, "node_modules", ".cache", "end-to-end-state");

/** Builds and prepares once, before Playwright's workers start servers side by side. */
export default async function setUp(): Promise<void> {
  ensureBuilt();
  rmSync(preparedState, { recursive: true, force: true });
  await prepareLocalState(preparedState);
}
