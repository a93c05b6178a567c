import { parseArgs } from "node:util";
import { Failure } from "./failure.ts";

export interface StartArguments {
  port: number;
  forTheHall: boolean;
  stateFolder: string | null;
  help: boolean;
}

export const startHelp = `npm start -- [--port 8787] [--host] [--state <map/folder>]
  --port   porta / the port
  --host   layani perangkat lain di jaringan ini lewat https / serve other devices in this network over https
  --state  map data, biasanya .wrangler/state / the data's folder`;

/** @throws {Failure} for an unknown option or a port that is none */
export function parseStartArguments(args: string[]): StartArguments {
  const { values } = parseOrExplain(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(
      `"${values.port}" bukan nomor porta: pilih bilangan 1 sampai 65535.`,
      `"${values.port}" is not a port: choose a number from 1 to 65535.`,
    );
  }
  return {
    port,
    forTheHall: values.host,
    stateFolder: values.state ?? null,
    help: values.help,
  };
}

function parseOrExplain(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string", default: "8787" },
        host: { type: "boolean", default: false },
        state: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Failure(`Pilihan tidak dikenal.\n${startHelp}`, "Unknown option.", { cause: error });
  }
}
