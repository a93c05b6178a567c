import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{domain,web,scripts,bench}/**/*.test.ts"],
          environment: "node",
          // Otherwise stylesheets are empty, and the contrast of their colours cannot be tested.
          css: true,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ADDRESS_KEY: "tests",
                LINK_KEY: "tests",
                DEMO_PEOPLE: "yes",
                MIGRATIONS: await readD1Migrations("./migrations"),
              },
            },
          })),
        ],
        test: {
          name: "workers",
          include: ["{worker,party}/**/*.test.ts"],
          setupFiles: ["./worker/testing/apply-migrations.ts"],
        },
      },
    ],
  },
});
