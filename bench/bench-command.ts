import { cpus, totalmem } from "node:os";
import { runCommand } from "../scripts/failure.ts";
import type { BenchServer } from "./servers/bench-server.ts";
import { startHocuspocus } from "./servers/hocuspocus.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";
import { startYPartyserver } from "./servers/y-partyserver.ts";

export interface BenchServers {
  ours: OurServer;
  stock: BenchServer;
  hocuspocus: BenchServer;
}

/** Runs a benchmark; `--quick` makes it last less than a minute. */
export function benchCommand(main: (isQuick: boolean) => Promise<void>): Promise<void> {
  return runCommand(async () => {
    await main(process.argv.includes("--quick"));
    return 0;
  });
}

/** Starts ours and the peers, each idle until its turn, and ends them whatever happens. */
export async function withServers<T>(use: (servers: BenchServers) => Promise<T>): Promise<T> {
  const started: BenchServer[] = [];
  const keep = <S extends BenchServer>(server: S): S => {
    started.push(server);
    return server;
  };
  try {
    return await use({
      ours: keep(await startOurs()),
      stock: keep(await startYPartyserver()),
      hocuspocus: keep(await startHocuspocus()),
    });
  } finally {
    for (const server of started) await server.stop();
  }
}

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? "?"}, ${memoryGb} GB, Node ${process.versions.node}`;
}
