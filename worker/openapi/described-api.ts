import type { RouterRoute } from "hono/types";
import { openApiOf } from "./open-api.ts";

let describe: () => string = () => {
  throw new Error("the API does not stand yet");
};

/** Called once the API stands: one of its own routes describes them all. */
export function keepApi(
  routes: readonly RouterRoute[],
  access: Readonly<Record<string, string>>,
): void {
  let written: string | null = null;
  describe = () => {
    written ??= JSON.stringify(openApiOf(routes, access));
    return written;
  };
}

/** JSON; made when it is first asked for. */
export function describedApi(): string {
  return describe();
}
