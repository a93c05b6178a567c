import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { preparedState } from "../scripts/end-to-end-setup.ts";
import { freePort } from "../scripts/free-port.ts";
import { withLocalDatabase } from "../scripts/local-database.ts";
import { type RunningServer, startServer } from "../scripts/serve.ts";
import type { Database } from "../worker/db/open.ts";

/** The village hall: one server of its own for each test, that can be killed and started again. */
export class Hall {
  readonly #browser: Browser;
  readonly #port: number;
  readonly #options: BrowserContextOptions;
  readonly #contexts: BrowserContext[] = [];
  readonly foreignRequests: string[] = [];
  #server: RunningServer;

  private constructor(
    browser: Browser,
    options: BrowserContextOptions,
    port: number,
    server: RunningServer,
  ) {
    this.#browser = browser;
    this.#options = options;
    this.#port = port;
    this.#server = server;
  }

  /** @param options of every browser in it */
  static async open(
    browser: Browser,
    options: BrowserContextOptions,
    variables: Record<string, string>,
  ): Promise<Hall> {
    const port = await freePort();
    const stateFolder = mkdtempSync(join(tmpdir(), "sinau-hall-"));
    cpSync(preparedState, stateFolder, { recursive: true });
    const server = await startServer({ port, stateFolder, variables, isPrepared: true });
    return new Hall(browser, options, port, server);
  }

  get url(): string {
    return this.#server.url;
  }

  /** A browser of its own in which this person has signed in. */
  async enter(personId: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options);
    const [, token] = (await this.#server.signInAddress(personId)).split("#");
    await page.request.post(`${this.url}/api/sign-in`, {
      headers: { origin: this.url },
      data: { token },
    });
    await page.goto(this.url);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Sugeng rawuh");
    return page;
  }

  /** A browser in which nobody has signed in. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      locale: "id-ID",
      ...this.#options,
      ...options,
    });
    this.#contexts.push(context);
    context.on("request", (request) => {
      if (!request.url().startsWith(this.url)) this.foreignRequests.push(request.url());
    });
    return context.newPage();
  }

  /** Opens the demo's case, and starts editing where asked. */
  async openCase(page: Page, { isEditing = true } = {}): Promise<void> {
    await page.goto(`${this.url}/dokumen/${demoCaseId}`);
    await expect(page.locator(".tiptap")).toBeVisible();
    if (!isEditing) return;
    await page.getByRole("button", { name: "Mulai menyunting" }).click();
    await expect(page.locator(".tiptap")).toHaveAttribute("contenteditable", "true");
  }

  signInAddress(personId: string): Promise<string> {
    return this.#server.signInAddress(personId);
  }

  /** Removes these words from the demo's case and its record. */
  redact(words: string): Promise<void> {
    return this.#server.redact(demoCaseId, words);
  }

  /** Kills the server with -9. */
  async crash(): Promise<void> {
    await this.#server.crash();
  }

  /** The server's database, while no server works on it: after `crash`, before `startAgain`. */
  inDatabase<T>(use: Parameters<typeof withLocalDatabase<T>>[1]): Promise<T> {
    return withLocalDatabase(this.#server.stateFolder, use);
  }

  async startAgain(): Promise<void> {
    const { stateFolder } = this.#server;
    this.#server = await startServer({ port: this.#port, stateFolder, isPrepared: true });
  }

  /** Changes what is in the database while nobody is served; rooms keep what they have. */
  async change(change: (database: Database) => Promise<unknown>): Promise<void> {
    if (this.#contexts.length === 0) {
      await this.#server.inDatabase(change);
      return;
    }
    const { stateFolder } = this.#server;
    await this.#server.stop();
    await withLocalDatabase(stateFolder, change);
    await this.startAgain();
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.#server.stop();
    rmSync(this.#server.stateFolder, { recursive: true, force: true });
  }
}

export const test = base.extend<{ hall: Hall; variables: Record<string, string> }>({
  /** Settings of the Worker to override until the server is started again. */
  variables: [{}, { option: true }],
  hall: async ({ browser, serviceWorkers, variables }, use) => {
    const hall = await Hall.open(browser, { serviceWorkers }, variables);
    await use(hall);
    await hall.close();
  },
});

export { expect };

/** A section, lane or other container of the document by its name on the screen. */
export function part(page: Page, name: string) {
  return page
    .locator(".tiptap [data-container]")
    .filter({ has: page.locator("> .container-name", { hasText: name }) })
    .locator("> .container-content")
    .first();
}

/** Puts the caret at the end of a part and types. */
export async function typeIn(page: Page, name: string, text: string): Promise<void> {
  await part(page, name).click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
}
