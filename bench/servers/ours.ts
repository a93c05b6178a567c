import { rmSync } from "node:fs";
import { join } from "node:path";
import { unstable_readConfig } from "wrangler";
import { schemaVersion } from "../../domain/document/schema.ts";
import { ownProtocol } from "../../party/wire.ts";
import { withLocalDatabase } from "../../scripts/local-database.ts";
import { projectRoot, wranglerConfig } from "../../scripts/paths.ts";
import { seedBenchForum } from "./bench-forum.ts";
import type { BenchServer } from "./bench-server.ts";
import { bundleWorker } from "./bundle.ts";
import { freshStateFolder } from "./state-folder.ts";
import { startWorkerd, type Workerd } from "./workerd.ts";

export interface OurServer extends BenchServer {
  readonly name: "ours";
  readonly stateFolder: string;
  readonly origin: string;
  /** Rows that the document's room has written; only where the Worker counts them. */
  rowsWritten(document: string): Promise<number>;
  personIdOf(person: number): string;
  /** Stops and starts the runtime on the same data, `change` in between. */
  restart(change?: () => Promise<void> | void): Promise<void>;
}

interface OurOptions {
  /** The Worker's own entry, or one that wraps it to count. */
  entry?: string;
  /** Settings of the Worker to override, such as COMMIT_WINDOW_MS. */
  variables?: Record<string, string>;
}

/** The product's Worker with D1 and rooms, a bench forum in it, every client signed in. */
export async function startOurs(options: OurOptions = {}): Promise<OurServer> {
  const { entry = "worker/index.ts", variables = {} } = options;
  const stateFolder = freshStateFolder("ours");
  const forum = await withLocalDatabase(stateFolder, (db) => seedBenchForum(db, Date.now()));
  const config = await bundleWorker(
    `ours-${entry.replaceAll(/\W/g, "-")}`,
    entry,
    workerSettings(),
  );
  let workerd: Workerd = await startWorkerd(config, stateFolder, variables);
  let documents = 0;
  const path = (document: string) =>
    `/parties/document-room/${document}?protocol=${ownProtocol}&schema=${schemaVersion}`;
  return {
    name: "ours",
    acknowledges: true,
    makesTemplate: true,
    witnessFile: join(projectRoot, "bench", "load", "our-witness.ts"),
    stateFolder,
    get origin() {
      return workerd.url;
    },
    personIdOf: (person) => forum.people[person]?.id ?? "",
    newDocument() {
      const id = forum.documentIds[documents++];
      if (id === undefined) throw new Error("the bench forum has no document left");
      return id;
    },
    seat(document, person) {
      const who = forum.people[person];
      if (!who) throw new Error(`the bench forum has no person ${person}`);
      return {
        url: `${workerd.url.replace("http", "ws")}${path(document)}`,
        headers: { cookie: `session=${who.sessionToken}`, origin: workerd.url },
        dialect: "plain",
        document,
        villageId: who.villageId,
      };
    },
    async rowsWritten(document) {
      const answer = await fetch(`${workerd.url}/bench/rows/${document}`);
      return Number(await answer.json());
    },
    cpuMs: () => workerd.cpuMs(),
    stores: async () => [],
    kill: () => workerd.kill(),
    async restart(change) {
      await workerd.stop();
      await change?.();
      workerd = await startWorkerd(config, stateFolder, variables);
    },
    async stop() {
      await workerd.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}

/** Of the project's own configuration, what a Worker without assets needs. */
function workerSettings(): Record<string, unknown> {
  const config = unstable_readConfig({ config: wranglerConfig }, { hideWarnings: true });
  const {
    compatibility_date,
    compatibility_flags,
    durable_objects,
    migrations,
    vars,
    d1_databases,
    r2_buckets,
  } = config;
  return {
    compatibility_date,
    compatibility_flags,
    durable_objects,
    migrations,
    vars,
    d1_databases,
    r2_buckets,
  };
}
