import { rmSync } from "node:fs";
import { join } from "node:path";
import { benchVillages } from "./bench-forum.ts";
import type { BenchServer } from "./bench-server.ts";
import { bundleWorker } from "./bundle.ts";
import { installPeers, peersFolder } from "./peers.ts";
import { freshStateFolder } from "./state-folder.ts";
import { startWorkerd } from "./workerd.ts";

/** Stock y-partyserver, in the same runtime as ours and started the same way. */
export async function startYPartyserver(): Promise<BenchServer> {
  installPeers();
  const stateFolder = freshStateFolder("y-partyserver");
  const config = await bundleWorker(
    "y-partyserver",
    join(peersFolder, "y-partyserver-worker.mjs"),
    {
      compatibility_date: "2026-10-01",
      durable_objects: { bindings: [{ name: "StockRoom", class_name: "StockRoom" }] },
      migrations: [{ tag: "v1", new_sqlite_classes: ["StockRoom"] }],
    },
  );
  const workerd = await startWorkerd(config, stateFolder, {});
  let documents = 0;
  const path = (document: string) => `/parties/stock-room/${document}`;
  return {
    name: "stock y-partyserver",
    acknowledges: false,
    makesTemplate: false,
    witnessFile: join(peersFolder, "y-partyserver-witness.mjs"),
    newDocument: () => `bench-document-${documents++}`,
    seat: (document, person) => ({
      url: `${workerd.url.replace("http", "ws")}${path(document)}`,
      headers: {},
      dialect: "plain",
      document,
      villageId: benchVillages[person % benchVillages.length]?.id ?? "",
    }),
    cpuMs: workerd.cpuMs,
    async stores(document) {
      const answer = await fetch(workerd.url + path(document));
      return (await answer.json()) as { at: number; rows: number }[];
    },
    kill: workerd.kill,
    async stop() {
      await workerd.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}
