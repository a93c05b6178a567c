import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Bundled once, not file by file: every test file loads the whole Worker into a runtime of its own. */
const bundledPackages = [
  "@hono/zod-validator",
  "@noble/hashes/hmac.js",
  "@noble/hashes/sha2.js",
  "@tiptap/core",
  "@tiptap/extension-blockquote",
  "@tiptap/extension-bold",
  "@tiptap/extension-document",
  "@tiptap/extension-hard-break",
  "@tiptap/extension-heading",
  "@tiptap/extension-italic",
  "@tiptap/extension-link",
  "@tiptap/extension-list",
  "@tiptap/extension-paragraph",
  "@tiptap/extension-strike",
  "@tiptap/extension-table",
  "@tiptap/extension-text",
  "@tiptap/extension-underline",
  "@tiptap/pm/model",
  "@tiptap/y-tiptap",
  "drizzle-orm",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "hono",
  "hono/body-limit",
  "hono/cookie",
  "hono/factory",
  "hono/http-exception",
  "hono/route",
  "lib0/decoding",
  "lib0/encoding",
  "papaparse",
  "partyserver",
  "y-partyserver/provider",
  "y-protocols/awareness",
  "yjs",
  "zod",
];

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
          // Each file mostly waits for its runtime to load.
          maxWorkers: 2,
          deps: { optimizer: { ssr: { enabled: true, include: bundledPackages } } },
        },
      },
    ],
  },
});
