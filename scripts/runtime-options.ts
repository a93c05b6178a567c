import { appendFileSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  type MiniflareOptions,
  type V4ModuleRule,
  type V4WorkerOptionsShape,
  type WorkerdStructuredLog,
} from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { prepareState } from "./state.ts";

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
export function servingOptions(options: RuntimeOptions): MiniflareOptions {
  const { worker, main, moduleRules } = readWorker(options.configFile);
  const rootPath = dirname(main);
  const modules = [
    { type: "ESModule" as const, path: basename(main) },
    ...moduleRules.flatMap(({ type, include }) =>
      globSync(include, { cwd: rootPath })
        .filter((path) => path !== basename(main))
        .map((path) => ({ type, path })),
    ),
  ];
  const { bindings } = worker;
  return convertV4MiniflareOptions({
    ...sharedOptions(options.stateFolder),
    host: options.host,
    port: options.port,
    ...(options.https && {
      httpsKey: options.https.key,
      httpsCert: options.https.certificate,
    }),
    unsafeHandleRuntimeRestart: options.onRestart,
    workers: [{ ...worker, bindings: { ...bindings, ...options.variables }, rootPath, modules }],
  });
}

/** The same database without Worker, rooms or an open door. */
export function databaseOnlyOptions(configFile: string, stateFolder: string): MiniflareOptions {
  const { worker } = readWorker(configFile);
  return convertV4MiniflareOptions({
    ...sharedOptions(stateFolder),
    host: "127.0.0.1",
    port: 0,
    workers: [
      {
        name: worker.name,
        ...(worker.d1Databases && { d1Databases: worker.d1Databases }),
        modules: true,
        script: "export default { fetch: () => new Response(null, { status: 404 }) };",
      },
    ],
  });
}

function readWorker(configFile: string) {
  const config = unstable_readConfig({ config: configFile }, { hideWarnings: true });
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(config);
  if (main === undefined) throw new Error(`${configFile} names no Worker`);
  // wrangler's type is an Omit over an index signature, which loses every member.
  const described = workerOptions as V4WorkerOptionsShape & { modulesRules?: V4ModuleRule[] };
  const { modulesRules = [], ...worker } = described;
  return { worker: { ...worker, name: config.name ?? "" }, main, moduleRules: modulesRules };
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
