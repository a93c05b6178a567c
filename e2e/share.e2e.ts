import { demoForumId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";
import { promiseSomething } from "./register-data.ts";

const phone = { viewport: { width: 360, height: 740 } };

test("a village sends what it promised to its group, after changing a word", async ({ hall }) => {
  await hall.change(promiseSomething);
  const villager = await hall.enter("peserta-a", {
    ...phone,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await villager.goto(`${hall.url}/tindak-lanjut`);
  await villager.getByRole("button", { name: "Bagikan tindak lanjut desa" }).click();
  const dialog = villager.getByRole("dialog", { name: "Bagikan ke WhatsApp" });
  const message = dialog.getByLabel("Pesan, boleh diubah dulu");
  await expect(message).toHaveValue(/^\*Tindak lanjut Desa Contoh A yang belum selesai\*/);
  await expect(message).toHaveValue(/Musyawarah desa/);
  await message.fill("Mohon dibaca: musyawarah & laporan");
  await expect(dialog.getByRole("link", { name: "Kirim lewat WhatsApp" })).toHaveAttribute(
    "href",
    "https://wa.me/?text=Mohon%20dibaca%3A%20musyawarah%20%26%20laporan",
  );
  await dialog.getByRole("button", { name: "Salin pesan" }).click();
  await expect(dialog.getByRole("status")).toContainText("Tersalin");
  expect(await villager.evaluate(() => navigator.clipboard.readText())).toBe(
    "Mohon dibaca: musyawarah & laporan",
  );
  await villager.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a facilitator invites a forum's groups, and gives each village its week's news", async ({
  hall,
}) => {
  await hall.change(promiseSomething);
  const facilitator = await hall.enter("fasilitator", phone);
  await facilitator.goto(`${hall.url}/forum/${demoForumId}`);
  await facilitator.getByRole("button", { name: "Bagikan undangan forum" }).click();
  const dialog = facilitator.getByRole("dialog", { name: "Bagikan ke WhatsApp" });
  await expect(dialog.getByLabel("Pesan, boleh diubah dulu")).toHaveValue(
    new RegExp(`Acara:\\n1\\. [\\s\\S]*/forum/${demoForumId}$`),
  );
  await dialog.getByRole("button", { name: "Tutup" }).click();

  await facilitator.goto(`${hall.url}/tindak-lanjut`);
  await facilitator.getByRole("link", { name: "Kabar mingguan per desa" }).click();
  const village = facilitator.getByRole("listitem").filter({ hasText: "Desa Contoh A" });
  await village.getByRole("button", { name: "Bagikan kabar untuk Desa Contoh A" }).click();
  await expect(dialog.getByLabel("Pesan, boleh diubah dulu")).toHaveValue(
    /Tindak lanjut yang terlambat \(1\):\n1\. Musyawarah desa/,
  );
  await dialog.getByRole("button", { name: "Tutup" }).click();
  await village.getByLabel("Kabar untuk Desa Contoh A sudah dibagikan").check();
  await facilitator.reload();
  await expect(village.getByLabel("Kabar untuk Desa Contoh A sudah dibagikan")).toBeChecked();

  const villager = await hall.enter("peserta-a", phone);
  await villager.goto(`${hall.url}/tindak-lanjut/kabar`);
  await expect(villager.getByRole("heading", { level: 1 })).not.toHaveText(/Kabar mingguan/);
});
