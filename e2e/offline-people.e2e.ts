import { demoCaseId } from "../scripts/demo/forum.ts";
import { countKept, keptNote, signIn, test } from "./device.ts";
import { expect, part, typeIn } from "./hall.ts";

test("on a shared laptop nobody sees or sends another person's words, which wait, named, for them", async ({
  hall,
  device,
}) => {
  const page = await device.open();
  await signIn(page, hall, "peserta-a");
  await hall.openCase(page);
  await hall.crash();
  await typeIn(page, "Situasi dan fakta", "Rahasia Ani.");
  await expect(page.getByText(keptNote)).toBeVisible();
  await device.close();
  await hall.startAgain();

  const laptop = await device.open();
  // The words must not leave before the next person is here.
  const roomIsShut = { isTrue: true };
  await laptop.routeWebSocket(/\/parties\/document-room\//, (socket) => {
    if (roomIsShut.isTrue) void socket.close();
    else socket.connectToServer();
  });
  await laptop.goto(hall.url);
  await laptop.getByRole("button", { name: /Saya/ }).click();
  await laptop.getByRole("menuitem", { name: "Keluar" }).click();
  await expect(laptop.getByText(/^Tulisan Peserta Contoh A belum terkirim/)).toBeVisible();
  expect(await countKept(laptop, "copies")).toBe(0);
  expect(await countKept(laptop, "answers")).toBe(0);
  roomIsShut.isTrue = false;

  await signIn(laptop, hall, "peserta-b");
  await expect(laptop.getByText(/^Tulisan Peserta Contoh A belum terkirim/)).toBeVisible();
  await hall.openCase(laptop);
  await typeIn(laptop, "Situasi dan fakta", "Tulisan Budi.");
  await expect(laptop.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  await expect(part(laptop, "Situasi dan fakta")).toHaveText("Tulisan Budi.");
  const fani = await hall.enter("fasilitator");
  await hall.openCase(fani, { isEditing: false });
  await expect(part(fani, "Situasi dan fakta")).toHaveText("Tulisan Budi.");

  await signIn(laptop, hall, "peserta-a");
  await expect(part(fani, "Situasi dan fakta")).toContainText("Rahasia Ani.");
  await expect(part(fani, "Situasi dan fakta")).toContainText("Tulisan Budi.");
  await expect.poll(() => countKept(laptop, "journal")).toBe(0);
});

test("a page of one person does not send their words in the session of the next", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Rahasia Ani.");
  await expect(ani.getByText(keptNote)).toBeVisible();
  // The room opens only after the other tab has signed somebody else in.
  const roomIsShut = { isTrue: true };
  await ani.context().routeWebSocket(/\/parties\/document-room\//, (socket) => {
    if (roomIsShut.isTrue) void socket.close();
    else socket.connectToServer();
  });
  await ani.goto(`${hall.url}/dokumen/${demoCaseId}`).catch(() => undefined);
  await hall.startAgain();
  await ani.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(part(ani, "Situasi dan fakta")).toHaveText("Rahasia Ani.");

  const otherTab = await ani.context().newPage();
  await signIn(otherTab, hall, "peserta-b");
  roomIsShut.isTrue = false;
  await expect(ani.getByText("Masa masuk Anda sudah habis.")).toBeVisible({ timeout: 20_000 });
  await expect(ani.getByText(/aman di perangkat ini dan terkirim sendiri/)).toBeVisible();
  await hall.openCase(otherTab, { isEditing: false });
  await expect(part(otherTab, "Situasi dan fakta")).toHaveText("");
});
