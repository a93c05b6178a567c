import { appendFileSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  type MiniflareOptions,
  type WorkerdStructuredLog,
} from "miniflare";
import { prepareState } from "./state.ts";
import { describeWorker } from "./worker-description.ts";

export interface RuntimeOptions {
  /** A wrangler configuration: the project's own, or the one that the build wrote. */
  configFile: string;
  stateFolder: string;
  host: string;
  port: number;
  /** Values that only this machine sets, beside those of the configuration. */
  variables: Record<string, string>;
  https: { key: string; certificate: string } | null;
  onRestart: () => void;
}

/** What the local runtime needs to serve a built Worker as wrangler's configuration describes it. */
export async function servingOptions(options: RuntimeOptions): Promise<MiniflareOptions> {
  const worker = await describeWorker(options.configFile);
  const { main, moduleRules } = worker;
  const rootPath = dirname(main);
  const modules = [
    { type: "ESModule" as const, path: basename(main) },
    ...moduleRules.flatMap(({ type, include }) =>
      globSync(include, { cwd: rootPath })
        .filter((path) => path !== basename(main))
        .map((path) => ({ type, path })),
    ),
  ];
  return convertV4MiniflareOptions({
    ...sharedOptions(options.stateFolder),
    host: options.host,
    port: options.port,
    ...(options.https && {
      httpsKey: options.https.key,
      httpsCert: options.https.certificate,
    }),
    unsafeHandleRuntimeRestart: options.onRestart,
    workers: [
      {
        ...worker.options,
        name: worker.name,
        bindings: { ...worker.options.bindings, ...options.variables },
        rootPath,
        modules,
      },
    ],
  });
}

/** The same database without Worker, rooms or an open door. */
export async function databaseOnlyOptions(
  configFile: string,
  stateFolder: string,
): Promise<MiniflareOptions> {
  const { name, options } = await describeWorker(configFile);
  return convertV4MiniflareOptions({
    ...sharedOptions(stateFolder),
    host: "127.0.0.1",
    port: 0,
    workers: [
      {
        name,
        ...(options.d1Databases && { d1Databases: options.d1Databases }),
        modules: true,
        script: "export default { fetch: () => new Response(null, { status: 404 }) };",
      },
    ],
  });
}

function sharedOptions(stateFolder: string) {
  const logFile = join(stateFolder, "server.log");
  return {
    resourcePersistencePath: prepareState(stateFolder),
    log: new Log(LogLevel.NONE),
    logRequests: false,
    // Without this the runtime asks Cloudflare for an example of a request's origin.
    cf: false,
    telemetry: { enabled: false },
    handleStructuredLogs: ({ level, message }: WorkerdStructuredLog) => {
      appendFileSync(logFile, `${new Date().toISOString()} ${level} ${message}\n`);
    },
  };
}
