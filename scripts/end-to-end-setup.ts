import { ensureBuilt } from "./build.ts";

/** Builds once, before Playwright's workers start servers of their own side by side. */
export default function setUp(): void {
  ensureBuilt();
}
