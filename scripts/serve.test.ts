import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { Failure } from "./failure.ts";
import { freePort } from "./free-port.ts";
import { withLocalDatabase } from "./local-database.ts";
import { startServer } from "./serve.ts";

function freshState(): string {
  const folder = mkdtempSync(join(tmpdir(), "sinau-serve-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a killed runtime comes back by itself, and a crashed server's data is served again", {
  timeout: 60_000,
}, async () => {
  const stateFolder = freshState();
  const port = await freePort();
  const server = await startServer({ port, stateFolder });
  onTestFinished(() => server.stop());
  const status = () => fetch(`${server.url}/api/me`).then((answer) => answer.status);
  expect(await status()).toBe(401);
  expect((await fetch(`${server.url}/forum/any`)).headers.get("content-type")).toContain("html");
  await expect(startServer({ port: await freePort(), stateFolder })).rejects.toThrow(
    "already runs on this data",
  );

  const [killed = 0] = server.processIds();
  process.kill(killed, "SIGKILL");
  await vi.waitFor(() => expect(server.processIds()).not.toContain(killed), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await status()).toBe(401), { timeout: 20_000 });

  await server.crash();
  expect(server.processIds()).toEqual([]);
  await expect(status()).rejects.toThrow();
  const again = await startServer({ port, stateFolder });
  onTestFinished(() => again.stop());
  expect(await again.signInAddress("wakil-a")).toContain(`${again.url}/masuk#`);
});

test("a folder that cannot be written is told in words", { timeout: 20_000 }, async () => {
  const file = join(freshState(), "file");
  writeFileSync(file, "");
  const started = startServer({ port: await freePort(), stateFolder: file });
  await expect(started).rejects.toThrow("cannot be created or written to");
  await expect(started).rejects.toBeInstanceOf(Failure);
});

test("a damaged database is told in words", { timeout: 20_000 }, async () => {
  const stateFolder = freshState();
  await withLocalDatabase(stateFolder, async () => undefined);
  const folder = join(stateFolder, "v3", "d1", "miniflare-D1DatabaseObject");
  for (const name of readdirSync(folder)) {
    const isOurs = !name.startsWith("metadata");
    if (isOurs) writeFileSync(join(folder, name), "no database at all".repeat(500));
  }
  const started = startServer({ port: await freePort(), stateFolder });
  await expect(started).rejects.toThrow("is damaged");
  await expect(started).rejects.toBeInstanceOf(Failure);
});
