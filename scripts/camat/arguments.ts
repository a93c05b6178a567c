import { parseArgs } from "node:util";
import { z } from "zod";
import { Failure } from "../failure.ts";
import { defaultStateFolder } from "../paths.ts";

const help = `npm run first-camat -- --name "…" --position "…" --district 35.05.16 [--remote --url https://…]`;

const line = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\n\r\0]+$/);
const wishesSchema = z
  .object({
    name: line,
    position: line,
    district: z.string().regex(/^\d\d\.\d\d\.\d\d$/),
    remote: z.boolean(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    state: z.string(),
  })
  .refine(({ remote, url }) => !remote || url?.startsWith("https:"));

export interface FirstCamatArguments {
  name: string;
  position: string;
  district: string;
  isRemote: boolean;
  url: string;
  stateFolder: string;
}

/** @throws {Failure} when something is missing, unknown or of the wrong form */
export function parseFirstCamatArguments(args: string[]): FirstCamatArguments {
  const wishes = wishesSchema.safeParse(parseOrNothing(args)).data;
  if (wishes === undefined) {
    throw new Failure(`Isi pilihannya seperti ini:\n  ${help}`, "Fill in the options as above.");
  }
  return {
    name: wishes.name,
    position: wishes.position,
    district: wishes.district,
    isRemote: wishes.remote,
    url: new URL(wishes.url ?? "http://localhost:8787").origin,
    stateFolder: wishes.state,
  };
}

function parseOrNothing(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        name: { type: "string" },
        position: { type: "string" },
        district: { type: "string" },
        remote: { type: "boolean", default: false },
        url: { type: "string" },
        state: { type: "string", default: defaultStateFolder },
      },
    }).values;
  } catch {
    // An unknown option: the same answer as to a missing one.
    return null;
  }
}
