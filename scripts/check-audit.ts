// `npm run check-audit`: proves each district's chain of the audit log from the local database.
import { parseArgs } from "node:util";
import { type ChainVerdict, startOfChain, walkChain } from "../worker/actions/audit-log-chain.ts";
import { selectChainAfter } from "../worker/db/audit.ts";
import type { Database } from "../worker/db/open.ts";
import { districts } from "../worker/db/schema.ts";
import { runCommand } from "./failure.ts";
import { withLocalDatabase } from "./local-database.ts";
import { defaultStateFolder } from "./paths.ts";

const rowsAtOnce = 1000;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { state: { type: "string", default: defaultStateFolder } },
  });
  return withLocalDatabase(values.state, async (database) => {
    let isWhole = true;
    for (const { id, name } of await database.select().from(districts)) {
      const verdict = await walkWhole(database, id);
      console.log(`${id} ${name}: ${inWords(verdict)}`);
      if (verdict.state === "broken") isWhole = false;
    }
    return isWhole ? 0 : 1;
  });
});

async function walkWhole(database: Database, districtId: string): Promise<ChainVerdict> {
  let place = startOfChain(districtId);
  for (;;) {
    const rows = await selectChainAfter(database, districtId, place.seq, rowsAtOnce);
    const verdict = await walkChain(place, rows);
    if (verdict.state === "broken" || rows.length < rowsAtOnce) return verdict;
    place = verdict.place;
  }
}

function inWords(verdict: ChainVerdict): string {
  if (verdict.state === "broken") {
    return `rantai PUTUS pada baris ${verdict.seq} / BROKEN at row ${verdict.seq} (${verdict.fault})`;
  }
  const { seq, hash } = verdict.place;
  return `utuh sampai baris ${seq} / intact until row ${seq}, ${hash}`;
}
