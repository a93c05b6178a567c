import { expect, test } from "./hall.ts";

test("a link that died without a word is said to be lost within ten seconds, and is found again", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const link = { isDead: false };
  await ani.routeWebSocket(/\/parties\/document-room\//, (page) => {
    const room = page.connectToServer();
    page.onMessage((message) => {
      if (!link.isDead) room.send(message);
    });
    room.onMessage((message) => {
      if (!link.isDead) page.send(message);
    });
  });
  await ani.clock.install();
  await hall.openCase(ani);
  await expect(ani.getByText("Tersambung", { exact: true })).toBeVisible();
  link.isDead = true;
  await ani.clock.runFor(10_000);
  await expect(ani.getByText("Menyambung ulang…", { exact: true })).toBeVisible();
  link.isDead = false;
  await ani.clock.runFor(1_000);
  await expect(ani.getByText("Tersambung", { exact: true })).toBeVisible({ timeout: 20_000 });
});

test("somebody with the document open in two tabs is one person for the others", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  const secondTab = await budi.context().newPage();
  for (const page of [ani, budi, secondTab]) await hall.openCase(page, { isEditing: false });
  const here = ani.getByRole("list", { name: "Yang ada di dokumen ini" });
  const village = here.getByRole("button", { name: /Desa Contoh B/ });
  await expect(village).toHaveText("Desa Contoh B1");
  await village.click();
  await expect(ani.getByText("Peserta Contoh B", { exact: true })).toHaveCount(1);
  await budi.close();
  await expect(ani.getByText("Peserta Contoh B", { exact: true })).toHaveCount(1);
  await secondTab.close();
  await expect(village).toHaveCount(0);
});
