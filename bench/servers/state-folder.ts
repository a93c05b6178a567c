import { globSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../../scripts/is-alive.ts";
import { projectRoot } from "../../scripts/paths.ts";

const parent = join(projectRoot, ".wrangler");

/**
 * An empty folder for a server's data, on the disk that the product would use. What benchmarks
 * that were killed have left is cleared away.
 */
export function freshStateFolder(server: string): string {
  for (const left of globSync("bench-*", { cwd: parent })) {
    const owner = Number(left.split("-").at(-1));
    if (!isAlive(owner)) rmSync(join(parent, left), { recursive: true, force: true });
  }
  const folder = join(parent, `bench-${server}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
