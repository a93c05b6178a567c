import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { isAlive } from "./is-alive.ts";

// Two runtimes on one state folder would each keep a room of their own and overwrite the other's:
// whoever serves a folder leaves a note in it.
interface ServingNote {
  processId: number;
  port: number;
}

export function leaveServingNote(stateFolder: string, port: number): void {
  const note: ServingNote = { processId: process.pid, port };
  writeFileSync(notePath(stateFolder), JSON.stringify(note));
}

export function removeServingNote(stateFolder: string): void {
  rmSync(notePath(stateFolder), { force: true });
}

/** @throws {Failure} when another server works on this folder; a note left by a crash is ignored */
export async function refuseSecondServer(stateFolder: string): Promise<void> {
  const note = readNote(stateFolder);
  if (note === null || !isAlive(note.processId) || !(await answers(note.port))) return;
  throw new Failure(
    `Sinau Bareng sudah berjalan dengan data ini di porta ${note.port} (proses ${note.processId}): hentikan dahulu dengan Ctrl-C.`,
    `Sinau Bareng already runs on this data at port ${note.port} (process ${note.processId}): stop it first with Ctrl-C.`,
  );
}

function notePath(stateFolder: string): string {
  return join(stateFolder, "serving.json");
}

function readNote(stateFolder: string): ServingNote | null {
  const path = notePath(stateFolder);
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Cut short by a crash: nobody can be serving by it.
    return null;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once("connect", () => socket.destroy());
  });
}
