import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Bundled once, not file by file: every test file loads the whole Worker into a runtime of its own. */
const bundledPackages = [
  "@hono/zod-validator",
  "@noble/hashes/hmac.js",
  "@noble/hashes/sha2.js",
  "@simplewebauthn/server",
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
  "@tiptap/pm/state",
  "lib0/buffer",
  "lib0/decoding",
  "lib0/encoding",
  "lib0/hash/sha256",
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
      // Rooms live on between tests, with timers and sockets: each file has a runtime of its own.
      inWorkerd({
        name: "rooms",
        include: ["party/**/*.test.ts", "worker/*.test.ts"],
        isolate: true,
      }),
      // What answers and is done needs none, and a runtime takes four seconds to load.
      inWorkerd({ name: "routes", include: ["worker/*/*.test.ts"], isolate: false }),
    ],
  },
});

function inWorkerd(test: { name: string; include: string[]; isolate: boolean }) {
  return {
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
      ...test,
      setupFiles: ["./worker/testing/start-anew.ts"],
      maxWorkers: 2,
      deps: { optimizer: { ssr: { enabled: true, include: bundledPackages } } },
    },
  };
}
