import type { Browser, CDPSession, Page } from "@playwright/test";
import type { RunningServer } from "../../scripts/serve.ts";

/** Of a village hall's phone: round trip in ms, bits a second, how many times slower than here. */
const roundTripMs = 400;
const bitsPerSecond = 1_000_000;
const slower = 4;

/** A cheap phone on mobile data, on which this person is signed in and nothing is kept yet. */
export class HallPhone {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(browser: Browser, server: RunningServer, personId: string): Promise<HallPhone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: "id-ID",
    });
    const page = await context.newPage();
    const [, token] = (await server.signInAddress(personId)).split("#");
    await page.request.post(`${server.url}/api/sign-in`, {
      headers: { origin: server.url },
      data: { token },
    });
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const phone = new HallPhone(page, session);
    await phone.setConnected(true);
    return phone;
  }

  async setConnected(isConnected: boolean): Promise<void> {
    const throughput = bitsPerSecond / 8;
    await this.#session.send("Network.emulateNetworkConditions", {
      offline: !isConnected,
      latency: roundTripMs,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
