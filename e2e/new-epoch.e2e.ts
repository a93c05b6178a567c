import type { Page } from "@playwright/test";
import { countKept } from "./device.ts";
import { expect, part, test, typeIn } from "./hall.ts";

const nik = "3505161203800001";
const bars = "█".repeat(nik.length);
const saved = /Tersimpan \d\d\.\d\d/;

/** All bytes and words that the browser keeps of the product. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const decoder = new TextDecoder();
    const asText = (_: string, value: unknown) =>
      value instanceof Uint8Array ? decoder.decode(value) : value;
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await wait(indexedDB.open("sinau-bareng"));
    const kept: unknown[] = [{ ...sessionStorage }, { ...localStorage }];
    for (const name of database.objectStoreNames) {
      kept.push(await wait(database.transaction(name).objectStore(name).getAll()));
    }
    database.close();
    return JSON.stringify(kept, asText);
  });
}

test("letters are removed while people write: both see bars, keep their own words, and no old copy stays", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  await typeIn(ani, "Situasi dan fakta", `NIK ${nik} ada di sini. `);
  await expect(ani.getByText(saved)).toBeVisible();
  await expect(part(budi, "Situasi dan fakta")).toContainText(nik);
  for (const page of [ani, budi]) await expect.poll(() => keptOn(page)).toContain(nik);

  await budi.context().setOffline(true);
  await typeIn(budi, "Rumusan masalah", "Ditulis di jalan.");
  await expect(budi.getByText("Luring: tulisan Anda aman di perangkat ini")).toBeVisible();
  await ani.keyboard.type("Diketik saat ");
  const redacting = hall.redact(nik);
  await ani.keyboard.type("itu. ");
  await redacting;
  await expect(part(ani, "Situasi dan fakta")).toContainText(`NIK ${bars} ada di sini.`);
  await expect(ani.locator(".tiptap")).toBeFocused();
  await ani.keyboard.type("Lanjut. ");
  await expect(part(budi, "Situasi dan fakta")).toContainText(nik);
  await budi.context().setOffline(false);
  for (const page of [ani, budi]) {
    await expect(part(page, "Situasi dan fakta")).toHaveText(
      `NIK ${bars} ada di sini. Diketik saat itu. Lanjut. `,
    );
    await expect(part(page, "Rumusan masalah")).toHaveText("Ditulis di jalan.");
    await expect.poll(() => keptOn(page)).not.toContain(nik);
    await expect.poll(() => countKept(page, "journal")).toBe(0);
    await expect(page.locator(".refused, .recovered")).toHaveCount(0);
  }

  for (let left = 5; left > 0; left--) await ani.keyboard.press("Control+z");
  for (const page of [ani, budi]) {
    await expect(part(page, "Situasi dan fakta")).toHaveText(
      `NIK ${bars} ada di sini. Diketik saat itu. `,
    );
  }
});

test("words that an offline browser brought back by undoing are set aside behind bars, not sent", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  await typeIn(ani, "Situasi dan fakta", `Tercatat NIK ${nik} itu.`);
  await expect(part(budi, "Situasi dan fakta")).toContainText(nik);
  await expect(ani.getByText(saved)).toBeVisible();

  await budi.context().setOffline(true);
  await part(budi, "Situasi dan fakta").locator("p").click({ clickCount: 3 });
  await budi.keyboard.press("Delete");
  await expect(part(budi, "Situasi dan fakta")).toHaveText("");
  await budi.keyboard.press("Control+z");
  await expect(part(budi, "Situasi dan fakta")).toContainText(nik);
  await hall.redact(nik);
  await budi.context().setOffline(false);

  const card = budi.locator(".recovered");
  await expect(card).toContainText("Data pribadi dihapus dari dokumen ini");
  await expect(card).toContainText(`Tercatat NIK ${bars} itu.`);
  for (const page of [ani, budi]) {
    await expect(part(page, "Situasi dan fakta")).toHaveText(`Tercatat NIK ${bars} itu.`);
    await expect.poll(() => keptOn(page)).not.toContain(nik);
  }
});
