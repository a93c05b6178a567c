// `npm run deploy [-- --dry-run] [--with-files]`: the Worker, its database and its secrets, in one's own account.
import { parseArgs } from "node:util";
import { deploySteps } from "./deploying/steps.ts";
import { runCommand } from "./failure.ts";

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      "dry-run": { type: "boolean", default: false },
      "with-files": { type: "boolean", default: false },
    },
  });
  const isRehearsal = values["dry-run"];
  const hasFiles = values["with-files"];
  const deployment = { databaseId: "", databaseConfig: "", hasFiles };
  const steps = deploySteps.filter(({ isForFiles = false }) => hasFiles || !isForFiles);
  for (const [place, step] of steps.entries()) {
    const isLeftOut = isRehearsal && step.rehearse === null;
    console.log(`${place + 1}. ${step.title}${isLeftOut ? " (not in a dry run)" : ""}`);
    await (isRehearsal ? step.rehearse?.(deployment) : step.run(deployment));
  }
  console.log(
    isRehearsal
      ? "Latihan selesai: akun Cloudflare tidak disentuh. / Dry run done: no account was touched."
      : 'Terpasang. Orang pertama / Deployed. The first person:\n  npm run first-camat -- --remote --url https://… --name "…" --position "…" --district 35.05.16',
  );
  return 0;
});
