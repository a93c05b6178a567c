import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { projectRoot } from "../paths.ts";

/** A command of package.json as a process of its own. */
export class RunningScript {
  readonly process: ChildProcess;
  output = "";

  constructor(script: string, args: string[]) {
    this.process = spawn(process.execPath, ["scripts/run.mjs", `scripts/${script}.ts`, ...args], {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on("data", (chunk) => {
        this.output += chunk;
      });
    }
  }

  async prints(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.process.exitCode !== null)
        throw new Error(`ended without "${text}": ${this.output}`);
      await Promise.race([once(this.process.stdout ?? this.process, "data"), this.ends()]);
    }
  }

  async ends(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await once(this.process, "close");
    }
    return this.process.exitCode;
  }
}

export async function runScript(script: string, args: string[]) {
  const running = new RunningScript(script, args);
  return { exitCode: await running.ends(), output: running.output };
}
