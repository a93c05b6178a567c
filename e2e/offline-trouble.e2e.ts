import type { Page } from "@playwright/test";
import { countKept, keptNote, signIn, test } from "./device.ts";
import { expect, part, typeIn } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

test("a full device is said in words, claims nothing, and asks before the page is left", async ({
  hall,
}) => {
  const ani = await hall.newPage();
  const browser = await ani.context().newCDPSession(ani);
  // Before the first visit: Chromium remembers for half a minute how much space there was.
  await browser.send("Storage.overrideQuotaForOrigin", { origin: hall.url, quotaSize: 1 });
  await signIn(ani, hall, "peserta-a");
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Hanya di halaman ini.");
  await expect(ani.getByText(/Penyimpanan perangkat ini penuh/)).toBeVisible();
  await ani.context().setOffline(true);
  await expect(ani.getByText(/^Luring(?!:)/).first()).toBeVisible();
  await expect(ani.getByText(/aman di perangkat ini/i)).toHaveCount(0);
  await ani.context().setOffline(false);

  await test.step("leaving asks first", () => leavingAsks(ani));

  await test.step("with space again the words are kept", async () => {
    await browser.send("Storage.overrideQuotaForOrigin", { origin: hall.url });
    await expect(ani.getByText(keptNote)).toBeVisible({ timeout: 20_000 });
    await expect(ani.getByText(/Penyimpanan perangkat ini penuh/)).toHaveCount(0);
  });
});

test("a browser that keeps nothing is said in words; the words still arrive from the open page", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  // As a browser does whose owner forbids websites to keep data.
  await ani.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await hall.openCase(ani);
  await expect(ani.getByText(/Peramban ini tidak dapat menyimpan di perangkat/)).toBeVisible();
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Hanya di halaman ini.");
  await expect(ani.getByText("Menyambung ulang…", { exact: true })).toBeVisible();
  await expect(ani.getByText(/aman di perangkat ini/i)).toHaveCount(0);
  await leavingAsks(ani);
  await hall.startAgain();
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Situasi dan fakta")).toHaveText("Hanya di halaman ini.", {
    timeout: 20_000,
  });
});

test("site data cleared while writing: what is unsaved is kept again", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Ditulis dua kali ke perangkat.");
  await expect(ani.getByText(keptNote)).toBeVisible();
  await ani.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("sinau-bareng");
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await expect.poll(() => countKept(ani, "journal")).toBeGreaterThan(0);
  await expect(ani.getByText(keptNote)).toBeVisible();
});

test("words that the room refuses are sent no more, and stay until they are discarded", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const refuses = { isTrue: false };
  await ani.routeWebSocket(/\/parties\/document-room\//, (socket) => {
    const room = socket.connectToServer();
    socket.onMessage((message) => {
      const isUpdate = typeof message !== "string" && message[0] === 0 && message[1] === 2;
      if (refuses.isTrue && isUpdate) void socket.close({ code: 4406, reason: "closedContainer" });
      else room.send(message);
    });
  });
  await hall.openCase(ani);
  await typeIn(ani, "Situasi dan fakta", "Diterima. ");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  refuses.isTrue = true;
  await ani.keyboard.type("Ditolak.");
  await expect(ani.getByRole("heading", { name: "Anda berhenti menyunting" })).toBeVisible();
  const words = ani.getByRole("region", { name: "Tulisan Anda yang tidak diterima" });
  await expect(words).toContainText("D");
  refuses.isTrue = false;

  await ani.getByRole("button", { name: "Buka lagi" }).click();
  await expect(part(ani, "Situasi dan fakta")).toHaveText("Diterima. ");
  await ani.reload();
  await expect(words).toBeVisible();
  await ani.goto(hall.url);
  await expect(words).toBeVisible();
  await hall.openCase(ani, { isEditing: false });
  await words.getByRole("button", { name: "Buang" }).click();
  await words.getByRole("button", { name: "Ya, buang tulisan ini" }).click();
  await expect(words).toHaveCount(0);
  await ani.reload();
  await expect(part(ani, "Situasi dan fakta")).toHaveText("Diterima. ");
  await expect(words).toHaveCount(0);
});

async function leavingAsks(page: Page): Promise<void> {
  const asked = page.waitForEvent("dialog");
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;
}

test("a server that cannot save is said in words, stops the editing, keeps the words, and opens again", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  // What the room says of its storage, put into its mouth: 103, and whether it works.
  const failing = Buffer.from([103, 0]);
  const disk = { tell: (_frame: Buffer) => {}, isBroken: false };
  await ani.routeWebSocket(/\/parties\/document-room\//, (socket) => {
    const room = socket.connectToServer();
    disk.tell = (frame) => socket.send(frame);
    socket.onMessage((message) => {
      const isUpdate = typeof message !== "string" && message[0] === 0 && message[1] === 2;
      if (!(disk.isBroken && isUpdate)) room.send(message);
    });
  });
  await hall.openCase(ani);
  await typeIn(ani, "Situasi dan fakta", "Sebelumnya. ");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  disk.isBroken = true;
  await ani.keyboard.type("Belum.");
  disk.tell(failing);
  await expect(ani.getByText("Server tidak dapat menyimpan")).toBeVisible();
  await expect(ani.getByText(/penyuntingan berhenti sebentar/)).toBeVisible();
  await expect(ani.getByText(keptNote)).toBeVisible();
  await expect(ani.locator(".tiptap")).toHaveAttribute("contenteditable", "false");
  disk.isBroken = false;
  await ani.context().setOffline(true);
  await ani.context().setOffline(false);
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Situasi dan fakta")).toHaveText("Sebelumnya. Belum.");
});
