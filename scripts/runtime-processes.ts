import { type ChildProcess, spawn } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";

export interface RuntimeProcesses {
  /** The workerd processes that run now. */
  ids(): number[];
  stopWatching(): void;
}

/**
 * Knows each workerd that this process starts from here on, and sees to it that none outlives this
 * process: a killed parent would leave workerd running, with the port still answering.
 */
export function watchRuntimeProcesses(): RuntimeProcesses {
  const running = new Set<number>();
  const undertaker = startUndertaker();
  const tell = () => undertaker?.stdin?.write(`${[...running].join(" ")}\n`);

  const onProcess = (message: unknown) => {
    const child = (message as { process: ChildProcess }).process;
    child.once("spawn", () => {
      const { pid } = child;
      if (pid === undefined || !child.spawnfile.includes("workerd")) return;
      running.add(pid);
      tell();
      child.once("exit", () => {
        running.delete(pid);
        tell();
      });
    });
  };
  subscribe("child_process", onProcess);
  return {
    ids: () => [...running],
    stopWatching() {
      unsubscribe("child_process", onProcess);
      undertaker?.stdin?.end();
    },
  };
}

/** A shell that reads the ids of what runs, and kills the last it read when our end closes. */
function startUndertaker(): ChildProcess | null {
  if (process.platform === "win32") return null;
  const script =
    'trap "" INT TERM HUP; while read -r now; do ids=$now; done; [ -z "$ids" ] || kill -9 $ids';
  const shell = spawn("/bin/sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"] });
  // It may be gone first when the whole process group is killed.
  shell.stdin.on("error", () => undefined);
  shell.unref();
  return shell;
}
