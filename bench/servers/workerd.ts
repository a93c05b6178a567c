import { Miniflare } from "miniflare";
import { freePort } from "../../scripts/free-port.ts";
import { servingOptions } from "../../scripts/runtime-options.ts";
import { watchRuntimeProcesses } from "../../scripts/runtime-processes.ts";
import { cpuMsOf } from "./process-cpu.ts";

export interface Workerd {
  readonly url: string;
  cpuMs(): number;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves a bundled Worker as scripts/serve.ts does the product: one workerd that listens itself. */
export async function startWorkerd(
  configFile: string,
  stateFolder: string,
  variables: Record<string, string>,
): Promise<Workerd> {
  const processes = watchRuntimeProcesses();
  const port = await freePort();
  let onRestart = () => {};
  const runtime = new Miniflare(
    await servingOptions({
      configFile,
      stateFolder,
      host: "127.0.0.1",
      port,
      variables,
      https: null,
      onRestart: () => onRestart(),
    }),
  );
  await runtime.ready;
  return {
    url: `http://localhost:${port}`,
    cpuMs: () => cpuMsOf(processes.ids()),
    async kill() {
      const { promise, resolve } = Promise.withResolvers<void>();
      onRestart = resolve;
      for (const id of processes.ids()) process.kill(id, "SIGKILL");
      await promise;
    },
    async stop() {
      await runtime.dispose();
      processes.stopWatching();
    },
  };
}
