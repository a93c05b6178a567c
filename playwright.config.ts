import { defineConfig } from "@playwright/test";
import { browserOptions } from "./scripts/browser-options.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./scripts/end-to-end-setup.ts",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 1,
  timeout: 120_000,
  // A condition that comes on a slow machine too; nothing here measures speed.
  expect: { timeout: 15_000 },
  // The file's name comes from PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` sets.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  use: {
    launchOptions: browserOptions(),
    screenshot: "only-on-failure",
    // Each new browser would fetch the whole product; what is about that allows them.
    serviceWorkers: "block",
  },
});
