// `npm run dev`: page and Worker with hot reload, on the same local data as `npm start`.
import { createServer } from "vite";
import { seedDemo } from "./demo/seed.ts";
import { runCommand } from "./failure.ts";
import { introduce } from "./introduction.ts";
import { withLocalDatabase } from "./local-database.ts";
import { defaultStateFolder, projectRoot } from "./paths.ts";
import { watchRuntimeProcesses } from "./runtime-processes.ts";
import { leaveServingNote, removeServingNote } from "./serving-note.ts";
import { signInTokens } from "./sign-in-tokens.ts";
import { parseStartArguments } from "./start-arguments.ts";
import { stopWithThisProcess } from "./stop-with-this-process.ts";

await runCommand(async () => {
  const { port } = parseStartArguments(process.argv.slice(2));
  // The links are made before vite starts: the database has one user at a time.
  const tokens = await withLocalDatabase(defaultStateFolder, async (database) => {
    await seedDemo(database, Date.now());
    return signInTokens(database);
  });
  // Without this the runtime asks Cloudflare for an example of a request's origin.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const processes = watchRuntimeProcesses();
  const server = await createServer({
    configFile: `${projectRoot}vite.config.ts`,
    server: { port, strictPort: true, host: "127.0.0.1" },
  });
  await server.listen();
  leaveServingNote(defaultStateFolder, port);
  stopWithThisProcess(async () => {
    removeServingNote(defaultStateFolder);
    await server.close();
    processes.stopWatching();
  });
  introduce({ origins: [`http://localhost:${port}`], tokens });
  return undefined;
});
