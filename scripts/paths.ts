import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));
/** Where wrangler and vite keep the local D1 and rooms as well (they add `v3` themselves). */
export const defaultStateFolder = join(projectRoot, ".wrangler", "state");
export const migrationsFolder = join(projectRoot, "migrations");
/** The vite plugin names the Worker's folder after the Worker, and puts the page's files beside it. */
export const builtWorkerConfig = join(projectRoot, "dist", "sinau_bareng", "wrangler.json");
export const wranglerConfig = join(projectRoot, "wrangler.toml");
