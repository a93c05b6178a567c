import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";
import { serviceWorker } from "./scripts/service-worker.ts";

// The plugin's paths start from `root`.
export default defineConfig(({ command }) => ({
  root: "web",
  // React's API in a tenth of its size: docs/decisions/0023.
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
      { find: /^react(-dom)?$/, replacement: "preact/compat" },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: "preact/jsx-runtime" },
    ],
  },
  build: { outDir: "../dist", emptyOutDir: true },
  plugins: [
    serviceWorker(),
    cloudflare({
      configPath: "../wrangler.toml",
      persistState: { path: "../.wrangler/state" },
      // Demo people may sign in while developing; a build never carries the switch.
      config:
        command === "serve"
          ? { vars: { ADDRESS_KEY: "local", LINK_KEY: "local", DEMO_PEOPLE: "yes" } }
          : {},
    }),
  ],
}));
