import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "./paths.ts";

export interface ToolResult {
  exitCode: number;
  output: string;
}

interface ToolOptions {
  /** Shows what the tool prints while it runs; otherwise it is only returned. */
  isShown?: boolean;
  environment?: Record<string, string>;
  input?: string;
}

/** Runs a program of node_modules/.bin, or of the system, in the project's folder. */
export function runTool(
  command: string,
  args: string[],
  { isShown = false, environment = {}, input }: ToolOptions = {},
): Promise<ToolResult> {
  const binaries = join(projectRoot, "node_modules", ".bin");
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: [input === undefined ? "ignore" : "pipe", ...shown(isShown)],
      env: {
        ...process.env,
        PATH: `${binaries}${delimiter}${process.env.PATH ?? ""}`,
        WRANGLER_SEND_METRICS: "false",
        ...environment,
      },
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.stdin?.end(input);
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

function shown(isShown: boolean): ["inherit", "inherit"] | ["pipe", "pipe"] {
  return isShown ? ["inherit", "inherit"] : ["pipe", "pipe"];
}
