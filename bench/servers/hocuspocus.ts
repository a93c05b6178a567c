import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";
import { benchVillages } from "./bench-forum.ts";
import type { BenchServer } from "./bench-server.ts";
import { installPeers, peersFolder } from "./peers.ts";
import { cpuMsOf } from "./process-cpu.ts";
import { freshStateFolder } from "./state-folder.ts";

/** Hocuspocus in a Node of its own, storing into SQLite after its own debounce of 2 to 10 s. */
export async function startHocuspocus(): Promise<BenchServer> {
  installPeers();
  const folder = freshStateFolder("hocuspocus");
  const port = await freePort();
  const stored = new Map<string, { at: number; rows: number }[]>();
  let documents = 0;
  let server = await start();

  async function start(): Promise<ChildProcess> {
    const child = fork(join(peersFolder, "hocuspocus-server.mjs"), [
      String(port),
      join(folder, "documents.sqlite"),
    ]);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    child.once("exit", (code) => reject(new Error(`Hocuspocus ended with ${code}`)));
    child.on("message", (message: { stored?: string; at?: number; rows?: number }) => {
      if (message.stored === undefined) return resolve();
      const store = { at: message.at ?? 0, rows: message.rows ?? 0 };
      stored.set(message.stored, [...(stored.get(message.stored) ?? []), store]);
    });
    await promise;
    return child;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  }

  return {
    name: "Hocuspocus",
    acknowledges: false,
    makesTemplate: false,
    witnessFile: join(peersFolder, "hocuspocus-witness.mjs"),
    newDocument: () => `bench-document-${documents++}`,
    seat: (document, person) => ({
      url: `ws://localhost:${port}`,
      headers: {},
      dialect: "hocuspocus",
      document,
      villageId: benchVillages[person % benchVillages.length]?.id ?? "",
    }),
    cpuMs: () => cpuMsOf(server.pid === undefined ? [] : [server.pid]),
    stores: async (document) => stored.get(document) ?? [],
    async kill() {
      await end("SIGKILL");
      server = await start();
    },
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
