import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "./free-port.ts";
import { RunningScript, runScript } from "./testing/run-script.ts";

let stateFolder: string;
beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "sinau-start-"));
});
afterEach(() => rmSync(stateFolder, { recursive: true, force: true }));

async function start(port: number): Promise<RunningScript> {
  const script = new RunningScript("start", ["--port", String(port), "--state", stateFolder]);
  onTestFinished(() => {
    script.process.kill("SIGKILL");
  });
  await script.prints("Ctrl-C");
  return script;
}

async function signIn(port: number, token: string): Promise<string> {
  const answer = await fetch(`http://localhost:${port}/api/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: `http://localhost:${port}` },
    body: JSON.stringify({ token }),
  });
  expect(answer.status).toBe(200);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return cookies.join("; ");
}

const tokensIn = (output: string) =>
  [...output.matchAll(/\/masuk#([\w-]{43})/g)].map((match) => match[1] ?? "");

test("a second start keeps all data and hands out new links; nothing answers after kill -9", {
  timeout: 90_000,
}, async () => {
  const port = await freePort();
  const first = await start(port);
  const tokens = tokensIn(first.output);
  expect(new Set(tokens).size).toBe(13);
  const cookie = await signIn(port, tokens[0] ?? "");
  first.process.kill("SIGINT");
  expect(await first.ends()).toBe(0);

  const second = await start(port);
  const me = await fetch(`http://localhost:${port}/api/me`, { headers: { cookie } });
  expect(await me.json()).toMatchObject({ person: { name: "Wakil Contoh A", isDemo: true } });
  expect(tokensIn(second.output)).toHaveLength(13);
  expect(tokensIn(second.output).some((token) => tokens.includes(token))).toBe(false);

  second.process.kill("SIGKILL");
  await vi.waitFor(() => expect(fetch(`http://localhost:${port}/api/me`)).rejects.toThrow(), {
    timeout: 10_000,
  });
});

test("a taken port is told in one sentence in each language", { timeout: 30_000 }, async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const { exitCode, output } = await runScript("start", [
    ...["--port", `${port}`, "--state", stateFolder],
  ]);
  expect(exitCode).toBe(1);
  const sentences = output.split("\n").filter((line) => line.includes(`${port}`));
  expect(sentences).toEqual([
    `Porta ${port} sedang dipakai program lain: pilih yang lain, misalnya npm start -- --port ${port + 1}.`,
    `Port ${port} is in use by another program: choose another, such as npm start -- --port ${port + 1}.`,
  ]);
  expect(output).not.toContain("    at ");
});
