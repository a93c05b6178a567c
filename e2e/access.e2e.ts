import { demoCaseId, demoForumId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";

test("who has not signed in sees neither forum nor document, and is told how to enter", async ({
  hall,
}) => {
  const page = await hall.newPage();
  for (const path of ["/", `/forum/${demoForumId}`, `/dokumen/${demoCaseId}`]) {
    await page.goto(hall.url + path);
    await expect(page.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
  }
});

test("a reviewer can neither open nor write a document that is still being written", async ({
  hall,
}) => {
  const reviewer = await hall.enter("peninjau");
  await reviewer.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(reviewer.getByRole("heading", { name: "Tidak ditemukan" })).toBeVisible();
  const closed = await reviewer.evaluate(async (id) => {
    const url = new URL(`/parties/document-room/${id}`, location.href);
    url.protocol = "ws:";
    const socket = new WebSocket(url);
    return new Promise((resolve) => {
      socket.addEventListener("open", () => resolve("opened"));
      socket.addEventListener("error", () => resolve("refused"));
    });
  }, demoCaseId);
  expect(closed).toBe("refused");
});

test("the camat reads the case while it is written, and is not offered to write", async ({
  hall,
}) => {
  const camat = await hall.enter("camat");
  await hall.openCase(camat, { isEditing: false });
  await expect(camat.getByText("Anda dapat membaca dokumen ini.")).toBeVisible();
  await expect(camat.getByRole("button", { name: "Mulai menyunting" })).toHaveCount(0);
  await expect(camat.locator(".tiptap")).toHaveAttribute("contenteditable", "false");
});

test("a sign-in link works once, and a second device is told whom to ask", async ({ hall }) => {
  const address = await hall.signInAddress("peserta-c");
  const phone = await hall.newPage();
  await phone.goto(address);
  await expect(phone.getByText("Peserta Contoh C")).toBeVisible();
  expect(phone.url()).not.toContain("#");
  await phone.getByRole("button", { name: "Masuk" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("Sugeng rawuh");

  const stranger = await hall.newPage();
  await stranger.goto(address);
  await expect(stranger.getByText(/sudah dipakai/)).toBeVisible();
  await expect(stranger.getByText(/fasilitator kecamatan/).first()).toBeVisible();
});

test("signing out ends it, and the way back in is explained", async ({ hall }) => {
  const page = await hall.enter("peserta-d");
  await page.getByRole("button", { name: /Saya/ }).click();
  await page.getByRole("menuitem", { name: "Keluar" }).click();
  await expect(page.getByRole("heading", { name: "Anda sudah keluar" })).toBeVisible();
  await page.goto(hall.url);
  await expect(page.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
});

test("an unknown address says so and leads home", async ({ hall }) => {
  const page = await hall.enter("peserta-a");
  for (const path of ["/tidak-ada", "/dokumen/tidak-ada", "/forum/tidak-ada"]) {
    await page.goto(hall.url + path);
    await expect(page.getByRole("heading", { name: "Tidak ditemukan" })).toBeVisible();
  }
});
