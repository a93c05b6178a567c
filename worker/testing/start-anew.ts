import { applyD1Migrations, type D1Migration, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";

import { forgetWrites } from "../limit-writes.ts";

declare global {
  namespace Cloudflare {
    /** Gives `exports.default` of cloudflare:workers its type: the Worker under test. */
    interface GlobalProps {
      mainModule: typeof import("../index.ts");
    }
    interface Env {
      /** Set for the tests alone, by vitest.config.ts. */
      MIGRATIONS: D1Migration[];
    }
  }
}

await reset();
forgetWrites();
await applyD1Migrations(env.DB, env.MIGRATIONS);
