import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";

/**
 * Makes the folder of the local data and returns the part of it that wrangler, vite and this
 * program share.
 */
export function prepareState(stateFolder: string): string {
  const shared = join(stateFolder, "v3");
  try {
    mkdirSync(shared, { recursive: true });
    accessSync(shared, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(
      `Map data ${shared} tidak dapat dibuat atau ditulisi: periksa izinnya.`,
      `The data folder ${shared} cannot be created or written to: check its permissions.`,
      { cause: error },
    );
  }
  return shared;
}
