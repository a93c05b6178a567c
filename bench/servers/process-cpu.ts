import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Linux counts in ticks of 10 ms. */
const tickMs = 10;

/** Milliseconds of CPU, user and system, that these processes have used, by the process table. */
export function cpuMsOf(processIds: readonly number[]): number {
  return processIds.reduce((sum, id) => sum + oneCpuMs(id), 0);
}

function oneCpuMs(id: number): number {
  const file = `/proc/${id}/stat`;
  if (!existsSync("/proc/self/stat")) return fromPs(id);
  if (!existsSync(file)) return 0;
  // The name in parentheses may hold spaces; user and system time are fields 14 and 15.
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Elsewhere than on Linux: `ps` says minutes:seconds.hundredths. */
function fromPs(id: number): number {
  const text = execFileSync("ps", ["-o", "time=", "-p", String(id)], { encoding: "utf8" }).trim();
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}
