import { cloudflare } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceWorker } from "./scripts/service-worker.ts";

// The plugin's paths start from `root`.
export default defineConfig(({ command }) => ({
  root: "web",
  build: { outDir: "../dist", emptyOutDir: true },
  plugins: [
    react(),
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
