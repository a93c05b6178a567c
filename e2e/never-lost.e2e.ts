import { expect, part, test, typeIn } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

test("the server is killed while they type: what was saved is there, the rest arrives by itself", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);

  await typeIn(ani, "Situasi dan fakta", "Sudah tersimpan. ");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();

  await part(budi, "Rumusan masalah").click();
  const typing = budi.keyboard.type("Diketik ketika server mati mendadak.", { delay: 30 });
  await hall.crash();
  await typing;
  await ani.keyboard.type("Ditulis tanpa server.");
  await expect(ani.getByText("Menyambung ulang…", { exact: true })).toBeVisible();
  await expect(ani.getByText("Tulisan Anda belum terkirim.")).toBeVisible();

  await hall.startAgain();
  for (const page of [ani, budi]) {
    await expect(part(page, "Situasi dan fakta")).toHaveText(
      "Sudah tersimpan. Ditulis tanpa server.",
      { timeout: 20_000 },
    );
    await expect(part(page, "Rumusan masalah")).toHaveText("Diketik ketika server mati mendadak.");
    await expect(page.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  }

  const fani = await hall.enter("fasilitator");
  await hall.openCase(fani, { isEditing: false });
  await expect(part(fani, "Situasi dan fakta")).toHaveText(
    "Sudah tersimpan. Ditulis tanpa server.",
  );
  await expect(part(fani, "Rumusan masalah")).toHaveText("Diketik ketika server mati mendadak.");
});

test("a lost network is said in words, and the words written meanwhile arrive", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  await ani.context().setOffline(true);
  await expect(ani.getByText("Luring: tulisan Anda aman di perangkat ini")).toBeVisible();
  await typeIn(ani, "Situasi dan fakta", "Ditulis di luar jaringan.");
  await expect(part(budi, "Situasi dan fakta")).toHaveText("");
  await ani.context().setOffline(false);
  await expect(part(budi, "Situasi dan fakta")).toHaveText("Ditulis di luar jaringan.");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
});

test("leaving the page asks nothing where unsaved words are safe on the device", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Belum terkirim.");
  await expect(ani.getByText("Tulisan Anda belum terkirim. Aman di perangkat ini.")).toBeVisible();
  const closed = ani.waitForEvent("close");
  await ani.close({ runBeforeUnload: true });
  await closed;
});

test("going to another page of the product with unsaved words loses none", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Belum terkirim.");
  await ani.getByRole("link", { name: "Beranda" }).first().click();
  await hall.startAgain();
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi);
  await expect(part(budi, "Situasi dan fakta")).toHaveText("Belum terkirim.", { timeout: 20_000 });
});

test.describe("in a room that stores late", () => {
  // Opening the document stores its template; what follows is stored a minute later.
  test.use({ variables: { COMMIT_WINDOW_MS: "60000" } });

  test("what one saw of another's words outlives the server, also when their author never returns", async ({
    hall,
  }) => {
    const ani = await hall.enter("peserta-a");
    const budi = await hall.enter("peserta-b");
    for (const page of [ani, budi]) await hall.openCase(page);
    await typeIn(ani, "Situasi dan fakta", "Terlihat saja.");
    await expect(part(budi, "Situasi dan fakta")).toHaveText("Terlihat saja.");
    await expect(ani.getByText("Menyimpan…")).toBeVisible();
    await hall.crash();
    await ani.context().close();
    await hall.startAgain();
    await expect(budi.getByText("Tersambung")).toBeVisible({ timeout: 20_000 });
    const citra = await hall.enter("peserta-c");
    await hall.openCase(citra, { isEditing: false });
    await expect(part(citra, "Situasi dan fakta")).toHaveText("Terlihat saja.");
  });
});
