// `npm start`: the whole product on this machine, with the demo in it.
import { networkInterfaces } from "node:os";
import { runCommand } from "./failure.ts";
import { hallCertificate } from "./hall-certificate.ts";
import { introduce } from "./introduction.ts";
import { defaultStateFolder } from "./paths.ts";
import { type RunningServer, startServer } from "./serve.ts";
import { parseStartArguments, startHelp } from "./start-arguments.ts";

await runCommand(async () => {
  const wishes = parseStartArguments(process.argv.slice(2));
  if (wishes.help) {
    console.log(startHelp);
    return 0;
  }
  const stateFolder = wishes.stateFolder ?? defaultStateFolder;
  const addresses = wishes.forTheHall ? hallAddresses() : [];
  const server = await startServer({
    port: wishes.port,
    stateFolder,
    ...(wishes.forTheHall && {
      host: "0.0.0.0",
      https: await hallCertificate(stateFolder, addresses),
    }),
    onRestart: () => {
      console.error("Mesin berhenti dan sudah jalan lagi. / The engine stopped and is back.");
    },
  });
  stopWithThisProcess(server);
  const { port, protocol } = new URL(server.url);
  introduce({
    origins: [server.url, ...addresses.map((address) => `${protocol}//${address}:${port}`)],
    tokens: await server.demoTokens(),
  });
  return undefined;
});

/** This machine's addresses in the hall's network. */
function hallAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
}

function stopWithThisProcess(server: RunningServer): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // The runtime's library has a handler of its own that exits at once, with an error's code.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  // The channel to the Node that installed everything (run.mjs), when there is one.
  process.on("disconnect", stop);
}
