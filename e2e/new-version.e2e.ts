import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { pageIsKept } from "./device.ts";
import { expect, test } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

test("a new version says so in words and comes only when the person reloads", async ({
  hall,
  browser,
}) => {
  const deployment = await deployable(hall.url);
  const context = await browser.newContext({ locale: "id-ID" });
  const page = await context.newPage();
  await page.goto(deployment.url);
  await pageIsKept(page);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const notice = page.getByText("Versi baru tersedia");
  await expect(notice).toHaveCount(0);

  deployment.deploy();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(notice).toBeVisible();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
  await expect(page.locator("html")).not.toHaveAttribute("data-version", "2");

  await page.getByRole("button", { name: "Muat ulang" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-version", "2");
  await expect(page.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await context.close();
  await deployment.close();
});

/** The product behind an address at which a second version of the page can be put. */
async function deployable(origin: string) {
  let isDeployed = false;
  const server = createServer((asked, answer) => {
    const { path = "/", method = "GET", headers } = { ...asked, path: asked.url };
    const target = forward(new URL(path, origin), { method, headers }, async (found) => {
      const isChanged = isDeployed && (path === "/" || path === "/sw.js");
      const { "content-length": _, "content-encoding": __, ...rest } = found.headers;
      answer.writeHead(found.statusCode ?? 500, isChanged ? rest : found.headers);
      if (!isChanged) return found.pipe(answer);
      const text = (await found.toArray()).join("");
      answer.end(
        path === "/" ? text.replace("<html", '<html data-version="2"') : secondVersion(text),
      );
    });
    asked.pipe(target);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    deploy() {
      isDeployed = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function secondVersion(serviceWorker: string): string {
  return serviceWorker.replace(/page-\$\{"[0-9a-f]+"\}/, "page-2");
}
