import { demoForumId } from "../scripts/demo/forum.ts";
import { countKept, keptNote, pageIsKept, signIn, test } from "./device.ts";
import { expect, typeIn } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

const laptopScreen = { viewport: { width: 1366, height: 768 } };
const phoneScreen = { viewport: { width: 360, height: 740 } };

test("a phone lets a laptop in with its short code, once", async ({ hall }) => {
  const phone = await hall.enter("peserta-a", phoneScreen);
  const laptop = await hall.newPage(laptopScreen);
  await laptop.goto(`${hall.url}/masuk`);
  await laptop.getByRole("button", { name: "Masuk dengan HP yang sudah masuk" }).click();
  await expect(laptop.getByLabel("Ini komputer bersama")).toBeChecked();
  await laptop.getByLabel("Ini komputer bersama").uncheck();
  await laptop.getByRole("button", { name: "Tampilkan kode" }).click();
  await expect(laptop.getByRole("img", { name: "Kode QR untuk HP Anda" })).toBeVisible();
  await expect(laptop.getByRole("timer")).toContainText(/Berlaku [12]\.\d\d lagi/);
  const code = (await laptop.locator(".said-code").textContent()) ?? "";

  await phone.goto(`${hall.url}/saya/perangkat`);
  await phone.getByLabel("Kode di layar komputer").fill(code.toLowerCase());
  await phone.getByRole("button", { name: "Lanjut" }).click();
  await expect(phone.getByText(/Chrome/)).toBeVisible();
  await phone.getByRole("button", { name: "Ya, izinkan" }).click();
  await expect(laptop.getByRole("heading", { level: 1 })).toContainText("Peserta Contoh A");

  await phone.goto(`${hall.url}/hubungkan#${code}`);
  await expect(phone.getByRole("alert")).toContainText("tidak dikenal");
  expect(phone.url()).not.toContain("#");

  await phone.goto(`${hall.url}/saya/perangkat`);
  await expect(phone.getByText("Masuk dengan HP", { exact: true })).toBeVisible();
  await phone.getByRole("button", { name: /^Keluarkan Chrome/ }).click();
  await phone.getByRole("button", { name: "Ya, keluarkan" }).click();
  await expect(phone.getByText("Hanya perangkat ini yang masuk atas nama Anda.")).toBeVisible();
  await laptop.goto(hall.url);
  await expect(laptop.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
});

test("a passkey is kept, signs in again, and opens nothing once it is removed", async ({
  hall,
}) => {
  const page = await hall.enter("peserta-a");
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${hall.url}/saya/perangkat`);
  await page.getByRole("button", { name: "Simpan kunci sandi di HP ini" }).click();
  await expect(page.getByText("Kunci sandi sudah tersimpan.")).toBeVisible();

  const leave = async () => {
    await page.getByRole("button", { name: /Saya/ }).click();
    await page.getByRole("menuitem", { name: "Keluar", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Anda sudah keluar" })).toBeVisible();
  };
  await leave();
  const button = page.getByRole("button", { name: "Masuk dengan kunci sandi" });
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.url().endsWith("/api/sign-in/passkey")),
    button.click(),
  ]);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Peserta Contoh A");
  const again = await page.request.post(`${hall.url}/api/sign-in/passkey`, {
    headers: { origin: hall.url, "content-type": "application/json" },
    data: asked.postData() ?? "",
  });
  expect(again.status()).toBe(403);

  await page.goto(`${hall.url}/saya/perangkat`);
  await page.getByRole("button", { name: /^Hapus kunci sandi/ }).click();
  await page.getByRole("button", { name: "Ya, hapus" }).click();
  await expect(page.getByRole("button", { name: /^Hapus kunci sandi/ })).toHaveCount(0);
  await leave();
  await button.click();
  await expect(page.getByRole("alert")).toContainText("tidak diterima");
});

test("a shared computer forgets its person when the browser closes, and keeps unsent words locked", async ({
  hall,
  device,
}) => {
  const page = await device.open();
  await page.goto(await hall.signInAddress("peserta-a"));
  await page.getByLabel("Ini komputer bersama").check();
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page.getByRole("button", { name: /Selesai, keluar/ })).toBeVisible();
  await hall.openCase(page);
  await pageIsKept(page);
  await hall.crash();
  await typeIn(page, "Situasi dan fakta", "Rahasia Ani.");
  await expect(page.getByText(keptNote)).toBeVisible();
  await device.close();

  // Still without a network: nothing that was fetched may open.
  const laptop = await device.open();
  await laptop.goto(hall.url);
  await expect(laptop.getByText("Tidak tersambung")).toBeVisible();
  await expect(laptop.getByText("Peserta Contoh A")).toHaveCount(0);
  await expect.poll(() => countKept(laptop, "copies")).toBe(0);
  expect(await countKept(laptop, "answers")).toBe(0);
  expect(await countKept(laptop, "journal")).toBeGreaterThan(0);

  await hall.startAgain();
  await laptop.goto(hall.url);
  await expect(laptop.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
  await expect(laptop.getByText(/^Tulisan Peserta Contoh A belum terkirim/)).toBeVisible();
  await signIn(laptop, hall, "peserta-b");
  await hall.openCase(laptop, { isEditing: false });
  await expect(laptop.getByText("Rahasia Ani.")).toHaveCount(0);
  expect(await countKept(laptop, "journal")).toBeGreaterThan(0);
  await signIn(laptop, hall, "peserta-a");
  await expect.poll(() => countKept(laptop, "journal")).toBe(0);
});

test("somebody in the hall scans the QR, is recognised, and stands in the forum", async ({
  hall,
}) => {
  const host = await hall.enter("fasilitator", laptopScreen);
  await host.goto(`${hall.url}/forum/${demoForumId}`);
  await host.getByRole("link", { name: "Pintu masuk" }).click();
  await host.getByRole("button", { name: "Buka pintu" }).click();
  await expect(host.getByRole("button", { name: "Tutup pintu" })).toBeVisible();
  const { door } = await (
    await host.request.get(`${hall.url}/api/forums/${demoForumId}/door`)
  ).json();
  const { token } = door;
  await host.getByRole("button", { name: "Tampilkan di layar besar" }).click();
  await expect(host.getByRole("img", { name: "Kode QR pintu masuk forum" })).toBeVisible();
  await host.getByRole("button", { name: "Tutup layar besar" }).click();

  const phone = await hall.newPage(phoneScreen);
  await phone.goto(`${hall.url}/gabung#${token}`);
  expect(await phone.content()).not.toContain("Peserta Contoh");
  await phone.getByLabel("Dari desa mana Anda?").selectOption({ label: "Desa Contoh C" });
  await phone.getByLabel("Nama Anda").fill("peserta conto c");
  await phone.getByRole("button", { name: "Minta masuk" }).click();
  await expect(phone.getByRole("heading", { name: "Menunggu fasilitator" })).toBeVisible();
  await host.getByRole("button", { name: /^Ya, ini Peserta Contoh C/ }).click();
  await phone.waitForURL((url) => url.pathname === `/forum/${demoForumId}`);
  await expect(host.getByText("Belum ada yang menunggu.")).toBeVisible();
});

test("the page is guarded by its headers", async ({ hall }) => {
  const page = await hall.newPage();
  const answer = await page.goto(`${hall.url}/masuk`);
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["permissions-policy"]).toContain("publickey-credentials-get=(self)");
  expect(headers["permissions-policy"]).toContain("camera=()");
});
