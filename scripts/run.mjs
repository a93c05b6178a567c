// Runs a script, such as scripts/start.ts, on a machine that may have nothing but Node 20, npm and
// git: installs what is missing, then goes on in the Node 24 that the lockfile brings. Imports
// nothing but Node itself.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import module from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
const [script = "", ...scriptArguments] = process.argv.slice(2);

process.chdir(root);
if (!isInstalled()) install();

if (runsTypeScript()) {
  module.enableCompileCache?.(join(root, "node_modules", ".cache", "node"));
  process.argv.splice(2, 1);
  await import(pathToFileURL(join(root, script)).href);
} else {
  continueInNewerNode();
}

/** Compares the lockfile with npm's own record of what it last put into node_modules. */
function isInstalled() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      (present[path] === undefined ? entry.optional : present[path].version === entry.version),
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  } catch {
    // Missing or half-written: nothing is known to be installed.
    return {};
  }
}

function install() {
  console.error("Memasang paket (sekali saja, 1-3 menit) … / Installing packages (once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--loglevel=error"], {
    cwd: root,
    // npm's own list of what it installed would drown the links on the screen.
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    fail(
      "Paket tidak dapat dipasang: periksa sambungan internet, ruang disk dan izin tulis di map ini. / " +
        "The packages could not be installed: check the connection, the disk space and the right to write in this folder.",
    );
  }
}

/** Node runs TypeScript as it is from 22.18 and 23.6 on. */
function runsTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function continueInNewerNode() {
  const node = join(binaries, process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(node)) {
    fail(
      "Di komputer ini pasang Node 24 dahulu (nodejs.org). / Install Node 24 first on this machine (nodejs.org).",
    );
  }
  // The channel tells the child when this process is gone, however it ended.
  const child = spawn(node, [fileURLToPath(import.meta.url), script, ...scriptArguments], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ""}` },
  });
  // Ctrl-C reaches the whole process group; the child decides when it is done.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT") child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
