// `npm run first-camat`: the one-time link with which the first person enters, as camat and
// facilitator of a district.
import { sql } from "drizzle-orm";
import type { Database } from "../worker/db/open.ts";
import { parseFirstCamatArguments } from "./camat/arguments.ts";
import { enterFirstCamat, type Query } from "./camat/enter.ts";
import {
  findRemoteDatabase,
  queryRemoteDatabase,
  requireSignIn,
  writeDatabaseConfig,
} from "./deploying/remote-database.ts";
import { Failure, runCommand } from "./failure.ts";
import { withLocalDatabase } from "./local-database.ts";

await runCommand(async () => {
  const wishes = parseFirstCamatArguments(process.argv.slice(2));
  const token = wishes.isRemote
    ? await enterFirstCamat(await remoteQuery(), wishes)
    : await withLocalDatabase(wishes.stateFolder, (database) =>
        enterFirstCamat(localQuery(database), wishes),
      );
  console.log(`${wishes.name}, ${wishes.position}\n${wishes.url}/masuk#${token}`);
  console.log(
    "Tautan ini sekali pakai, berlaku 24 jam, dan tidak ditampilkan lagi. / This link is for one use, lasts 24 hours, and is not shown again.",
  );
  return 0;
});

function localQuery(database: Database): Query {
  return async ([first = "", ...others]) => {
    const rows = await database.all<Record<string, unknown>>(sql.raw(first));
    for (const statement of others) await database.run(sql.raw(statement));
    return rows;
  };
}

async function remoteQuery(): Promise<Query> {
  await requireSignIn();
  const databaseId = await findRemoteDatabase();
  if (databaseId === null) {
    throw new Failure(
      "Basis data belum ada di akun ini: jalankan npm run deploy dahulu.",
      "There is no database in this account yet: run npm run deploy first.",
    );
  }
  const configFile = writeDatabaseConfig(databaseId);
  return (statements) => queryRemoteDatabase(configFile, statements.join(";\n"));
}
