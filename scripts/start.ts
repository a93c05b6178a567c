// `npm start`: the whole product on this machine, with the demo in it.
import { networkInterfaces } from "node:os";
import { runCommand } from "./failure.ts";
import { introduce } from "./introduction.ts";
import { defaultStateFolder } from "./paths.ts";
import { startServer } from "./serve.ts";
import { parseStartArguments, startHelp } from "./start-arguments.ts";
import { stopWithThisProcess } from "./stop-with-this-process.ts";

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
      https: await hallHttps(stateFolder, addresses),
    }),
    onRestart: () => {
      console.error("Mesin berhenti dan sudah jalan lagi. / The engine stopped and is back.");
    },
  });
  stopWithThisProcess(server.stop);
  const { port, protocol } = new URL(server.url);
  introduce({
    origins: [server.url, ...addresses.map((address) => `${protocol}//${address}:${port}`)],
    tokens: await server.demoTokens(),
  });
  return undefined;
});

async function hallHttps(stateFolder: string, addresses: string[]) {
  // Loaded only here, to be up sooner without it.
  const { hallCertificate } = await import("./hall-certificate.ts");
  return hallCertificate(stateFolder, addresses);
}

/** This machine's addresses in the hall's network. */
function hallAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
}
