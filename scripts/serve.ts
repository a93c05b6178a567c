import { rmSync } from "node:fs";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { Miniflare } from "miniflare";
import type { DocumentRoom } from "../party/document-room.ts";
import type { ReviewRoom } from "../party/review-room.ts";
import { createSignInLink } from "../worker/actions/sign-in-links.ts";
import { type Database, openDatabase } from "../worker/db/open.ts";
import { ensureBuilt } from "./build.ts";
import { seedDemo } from "./demo/seed.ts";
import { withLocalDatabase } from "./local-database.ts";
import { builtWorkerConfig, defaultStateFolder } from "./paths.ts";
import { servingOptions } from "./runtime-options.ts";
import { watchRuntimeProcesses } from "./runtime-processes.ts";
import { leaveServingNote, removeServingNote } from "./serving-note.ts";
import { signInTokens } from "./sign-in-tokens.ts";
import { refuseTakenPort } from "./taken-port.ts";

export interface ServeOptions {
  port: number;
  /** The local data: D1 and the rooms. */
  stateFolder?: string;
  /** Whether the state folder is a copy of one that `prepareLocalState` made. */
  isPrepared?: boolean;
  /** The network address to listen on; this machine alone when left out. */
  host?: string;
  https?: { key: string; certificate: string };
  /** Settings of the Worker to override, such as COMMIT_WINDOW_MS. */
  variables?: Record<string, string>;
  /** Called when the runtime died and is back; it comes back by itself. */
  onRestart?: () => void;
}

export interface RunningServer {
  /** The address on this machine, without a slash at the end. */
  readonly url: string;
  readonly stateFolder: string;
  /** The ids of the runtime's processes, for a test that kills them. */
  processIds(): number[];
  /** Works on the database while it is served; rooms hear nothing of it. For tests. */
  inDatabase<T>(use: (database: Database) => Promise<T>): Promise<T>;
  /** A new address that signs this person in, once. */
  signInAddress(personId: string): Promise<string>;
  /** A fresh token for each demo person, by name. */
  demoTokens(): Promise<Map<string, string>>;
  /** Removes these words from all of a document's record, as its room alone does: for tests. */
  redact(documentId: string, words: string): Promise<void>;
  /** Kills the runtime as a power cut would, and leaves it dead: start a new server afterwards. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Migrates the database of a state folder and, when it is empty, seeds the demo. */
export async function prepareLocalState(stateFolder: string): Promise<void> {
  await withLocalDatabase(stateFolder, (database) => seedDemo(database, Date.now()));
}

/**
 * Serves the product on one port: builds it if its sources changed, migrates the database and,
 * when that is empty, seeds the demo, all before the port opens.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { port, stateFolder = defaultStateFolder, host = "127.0.0.1", https = null } = options;
  ensureBuilt();
  await refuseTakenPort(host, port);
  if (!options.isPrepared) await prepareLocalState(stateFolder);

  rmSync(join(stateFolder, "server.log"), { force: true });
  const processes = watchRuntimeProcesses();
  const runtime = new Miniflare(
    await servingOptions({
      configFile: builtWorkerConfig,
      stateFolder,
      host,
      port,
      variables: {
        ...options.variables,
        ADDRESS_KEY: "local",
        LINK_KEY: "local",
        DEMO_PEOPLE: "yes",
      },
      https,
      onRestart: options.onRestart ?? (() => undefined),
    }),
  );
  await runtime.ready;
  leaveServingNote(stateFolder, port);
  const url = `${https === null ? "http" : "https"}://localhost:${port}`;

  async function database() {
    const bound: D1Database = await runtime.getD1Database("DB");
    return openDatabase({ DB: bound });
  }

  async function stop() {
    await runtime.dispose();
    processes.stopWatching();
    removeServingNote(stateFolder);
  }

  return {
    url,
    stateFolder,
    processIds: processes.ids,
    inDatabase: async (use) => use(await database()),
    async signInAddress(personId) {
      return `${url}/masuk#${await createSignInLink(await database(), personId, Date.now())}`;
    },
    async redact(documentId, words) {
      const objectOf = async (binding: string): Promise<unknown> => {
        const all = await runtime.getDurableObjectNamespace(binding);
        return all.get(all.idFromName(documentId));
      };
      // Miniflare's types know nothing of what an object can be asked.
      const review = (await objectOf("REVIEW_ROOM")) as Pick<ReviewRoom, "occurrencesOf">;
      const room = (await objectOf("DOCUMENT_ROOM")) as Pick<DocumentRoom, "redact">;
      const found = (await review.occurrencesOf(words)) ?? [];
      const { kind } = await room.redact({
        redactionId: crypto.randomUUID(),
        pieces: found.flatMap(({ pieces }) => pieces),
        author: { personId: "fasilitator", villageId: null },
        isAtOnce: true,
      });
      if ((await kind) !== "redacted") throw new Error("the room did not redact");
    },
    demoTokens: async () => signInTokens(await database()),
    async crash() {
      for (const id of processes.ids()) process.kill(id, "SIGKILL");
      await stop();
    },
    stop,
  };
}
