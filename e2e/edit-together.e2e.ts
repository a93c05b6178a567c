import { expect, part, test, typeIn } from "./hall.ts";

test("two villages and a facilitator write at once and all three see the same text", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  const fani = await hall.enter("fasilitator");
  const pages = [ani, budi, fani];
  for (const page of pages) await hall.openCase(page);

  await test.step("in different sections", async () => {
    await Promise.all([
      typeIn(ani, "Situasi dan fakta", "Pagu turun seperlima."),
      typeIn(budi, "Rumusan masalah", "Apa yang didahulukan?"),
      typeIn(fani, "Opsi penyelesaian", "Susun urutan bersama."),
    ]);
    for (const page of pages) {
      await expect(part(page, "Situasi dan fakta")).toContainText("Pagu turun seperlima.");
      await expect(part(page, "Rumusan masalah")).toContainText("Apa yang didahulukan?");
      await expect(part(page, "Opsi penyelesaian")).toContainText("Susun urutan bersama.");
    }
  });

  await test.step("in the same paragraph", async () => {
    for (const page of pages) {
      await part(page, "Rekomendasi").click();
    }
    await Promise.all([
      ani.keyboard.type("aaaaaaaaaaaaaaaaaaaa", { delay: 15 }),
      budi.keyboard.type("bbbbbbbbbbbbbbbbbbbb", { delay: 15 }),
      fani.keyboard.type("cccccccccccccccccccc", { delay: 15 }),
    ]);
    await expect
      .poll(async () => {
        const texts = await Promise.all(
          pages.map((page) => part(page, "Rekomendasi").textContent()),
        );
        const letters = [...(texts[0] ?? "")].sort().join("");
        return { agree: new Set(texts).size === 1, letters };
      })
      .toEqual({ agree: true, letters: "a".repeat(20) + "b".repeat(20) + "c".repeat(20) });
  });

  await test.step("a reload shows everything", async () => {
    await expect(budi.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
    // Whoever reads sees no controls among the words.
    await budi.getByRole("button", { name: "Selesai", exact: true }).click();
    await expect(budi.getByLabel("Pilih desa")).toHaveCount(0);
    const before = (await budi.locator(".tiptap").textContent()) ?? "";
    await budi.reload();
    await expect(budi.locator(".tiptap")).toHaveText(before);
  });
});

test("undo takes back one's own words and leaves the others'", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  await typeIn(ani, "Situasi dan fakta", "Kata Ani. ");
  await expect(part(budi, "Situasi dan fakta")).toContainText("Kata Ani.");
  await typeIn(budi, "Situasi dan fakta", "Kata Budi.");
  await expect(part(ani, "Situasi dan fakta")).toContainText("Kata Budi.");
  const undo = ani.getByRole("button", { name: "Urung" });
  await expect(async () => {
    await undo.click();
    await expect(part(budi, "Situasi dan fakta")).toHaveText("Kata Budi.", { timeout: 1000 });
  }).toPass();
  await undo.click();
  await expect(part(ani, "Situasi dan fakta")).toHaveText("Kata Budi.");
});

test("carets and presence name the village, not only a colour", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  await typeIn(budi, "Rumusan masalah", "Di sini saya menulis.");
  await expect(ani.locator('.caret[data-name="Desa Contoh B"]')).toBeAttached();
  const here = ani.getByRole("list", { name: "Yang ada di dokumen ini" });
  await here.getByRole("button", { name: /Desa Contoh B/ }).click();
  await expect(ani.getByText("Peserta Contoh B", { exact: true })).toBeVisible();
  await budi.close();
  await expect(here.getByRole("button", { name: /Desa Contoh B/ })).toHaveCount(0);
});

test("a village cannot write in another village's lane, and sees so before it tries", async ({
  hall,
}) => {
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi);
  await expect(budi.getByText("Hanya Desa Contoh A yang menulis di sini")).toBeVisible();
  await part(budi, "Desa Contoh A").click();
  await budi.keyboard.type("Bukan jalur saya");
  await typeIn(budi, "Desa Contoh B", "Jalur kami sendiri.");
  await expect(part(budi, "Desa Contoh B")).toContainText("Jalur kami sendiri.");
  await expect(part(budi, "Desa Contoh A")).not.toContainText("Bukan");
});

test("nobody removes a section by mistake, not with everything selected", async ({ hall }) => {
  const fani = await hall.enter("fasilitator");
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", "Tetap ada.");
  await fani.getByRole("heading", { name: "Lampiran" }).scrollIntoViewIfNeeded();
  const all = await fani.locator(".tiptap section").count();
  await part(fani, "Situasi dan fakta").click();
  await fani.keyboard.press("Control+a");
  await fani.keyboard.press("Delete");
  await expect(part(fani, "Situasi dan fakta")).toHaveText("");
  await expect(fani.locator(".tiptap section")).toHaveCount(all);
  await fani.keyboard.type("Ditulis lagi.");
  await expect(part(fani, "Situasi dan fakta")).toHaveText("Ditulis lagi.");
});

test("follow-ups are added and taken away again, with all their fields", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  const followUps = ani.locator('.tiptap [data-container="followUp"]');
  await ani.getByRole("button", { name: "Tambah tindak lanjut" }).click();
  await expect(followUps).toHaveCount(2);
  await expect(followUps.nth(1)).toContainText("Penanggung jawab");
  await ani.keyboard.type("Menyusun ulang belanja");
  await expect(followUps.nth(1)).toContainText("Menyusun ulang belanja");
  await followUps.nth(0).getByRole("button", { name: "Hapus tindak lanjut ini" }).click();
  await expect(followUps).toHaveCount(1);
  await expect(followUps.first()).toContainText("Menyusun ulang belanja");
});

test("headings, lists, tasks, quotes, links and tables reach the others", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  for (const page of [ani, budi]) await hall.openCase(page);
  const tools = ani.getByRole("toolbar");
  const press = (name: string) => tools.getByRole("button", { name, exact: true }).click();

  await part(ani, "Situasi dan fakta").click();
  await press("Judul");
  await ani.keyboard.type("Pendapatan");
  await ani.keyboard.press("Enter");
  await press("Tebal");
  await ani.keyboard.type("tebal");
  await press("Tebal");
  await ani.keyboard.press("Enter");
  await press("Butir");
  await ani.keyboard.type("satu");
  await ani.keyboard.press("Enter");
  await ani.keyboard.press("Enter");
  await press("Tugas");
  await ani.keyboard.type("tugas");
  await ani.keyboard.press("Enter");
  await ani.keyboard.press("Enter");
  await press("Tautan");
  await ani.getByLabel("Alamat").fill("https://contoh.desa.id");
  await ani.getByRole("button", { name: "Pasang tautan" }).click();
  await ani.keyboard.press("Enter");
  await press("Tabel");
  await ani.keyboard.type("Pagu");

  const text = part(budi, "Situasi dan fakta");
  await expect(text.getByRole("heading", { name: "Pendapatan" })).toBeVisible();
  await expect(text.locator("strong")).toHaveText("tebal");
  await expect(text.locator("ul:not([data-type]) li")).toHaveText("satu");
  await expect(text.locator('ul[data-type="taskList"] li')).toContainText("tugas");
  await expect(text.getByRole("link", { name: "https://contoh.desa.id" })).toBeVisible();
  await expect(text.locator("th").first()).toHaveText("Pagu");
  await expect(text.locator("tr")).toHaveCount(3);
});
