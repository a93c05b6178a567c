import type { Page, WebSocketRoute } from "@playwright/test";
import { closeCodes, type RefusalName } from "../party/close-codes.ts";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { expect, part, test, typeIn } from "./hall.ts";

/** Stands between page and room: speaks as the room does when it refuses. */
async function standAtTheDoor(page: Page) {
  const door: { socket?: WebSocketRoute; refusal?: RefusalName } = {};
  await page.routeWebSocket(/\/parties\/document-room\//, (socket) => {
    door.socket = socket;
    if (door.refusal) void refuse(socket, door.refusal);
    else socket.connectToServer();
  });
  return door;
}

function refuse(socket: WebSocketRoute | undefined, name: RefusalName) {
  return socket?.close({ code: closeCodes[name], reason: name });
}

test("whoever is refused sees that the editing stopped, why, what is safe and what to do", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const door = await standAtTheDoor(ani);
  await hall.openCase(ani);
  const refusals: [RefusalName, string, string][] = [
    ["tooFast", "Anda berhenti menyunting", "Tunggu sebentar, lalu buka lagi dan lanjutkan."],
    ["documentFull", "Dokumen ini sudah penuh", "lalu hapus yang tidak perlu"],
    ["malformed", "Anda berhenti menyunting", "Bila terulang, kabari fasilitator."],
  ];
  for (const [name, title, advice] of refusals) {
    await expect(ani.locator(".tiptap")).toHaveAttribute("contenteditable", "true");
    await refuse(door.socket, name);
    const notice = ani.getByRole("alert").filter({ hasText: title });
    await expect(notice).toContainText("Yang sudah tersimpan tetap aman.");
    await expect(notice).toContainText(advice);
    await expect(ani.locator(".tiptap")).toHaveAttribute("contenteditable", "false");
    // The page is drawn anew once it was asked for again.
    const asked = ani.waitForResponse((answer) => answer.url().endsWith(`/${demoCaseId}`));
    await ani.getByRole("button", { name: "Buka lagi" }).click();
    await (await asked).finished();
    await ani.getByRole("button", { name: "Mulai menyunting" }).click();
  }
});

test("[R7] words that a full document did not take are kept, and shown after a reload", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const door = await standAtTheDoor(ani);
  await hall.openCase(ani);
  await hall.crash();
  await typeIn(ani, "Situasi dan fakta", "Tidak muat lagi.");
  await expect(ani.getByText("Aman di perangkat ini.")).toBeVisible();
  door.refusal = "documentFull";
  const recovered = ani.getByRole("region", { name: "Tulisan Anda yang tidak diterima" });
  await expect(recovered).toContainText("Tidak muat lagi.", { timeout: 20_000 });
  delete door.refusal;
  await hall.startAgain();
  await ani.reload();
  await expect(recovered).toContainText("Tidak muat lagi.");
  await expect(part(ani, "Situasi dan fakta")).toHaveText("");
});

test("whoever finds the room full reads what is there, and enters when somebody has left", async ({
  hall,
}) => {
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi);
  await typeIn(budi, "Situasi dan fakta", "Ditulis oleh yang di dalam.");
  await expect(budi.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();

  const ani = await hall.enter("peserta-a");
  const door = await standAtTheDoor(ani);
  door.refusal = "roomFull";
  await ani.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(ani.getByRole("heading", { name: "Ruang dokumen ini sedang penuh" })).toBeVisible();
  await expect(part(ani, "Situasi dan fakta")).toHaveText("Ditulis oleh yang di dalam.");
  await expect(part(ani, "Desa Contoh A")).toBeAttached();
  await expect(ani.locator("[contenteditable]")).toHaveCount(0);
  await expect(ani.getByRole("button", { name: "Mulai menyunting" })).toHaveCount(0);

  delete door.refusal;
  await ani.getByRole("button", { name: "Coba lagi" }).click();
  await ani.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(ani, "Rumusan masalah", "Sekarang di dalam.");
  await expect(part(budi, "Rumusan masalah")).toHaveText("Sekarang di dalam.");
});

test("[R8] a page that is too old reads the document and never binds the editor", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const door = await standAtTheDoor(ani);
  door.refusal = "schemaTooOld";
  await ani.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(ani.getByRole("heading", { name: "Halaman ini versi lama" })).toBeVisible();
  await expect(ani.getByRole("heading", { name: "Rumusan masalah" })).toBeVisible();
  await expect(ani.locator("[contenteditable]")).toHaveCount(0);
  await ani.getByRole("button", { name: "Muat ulang" }).click();
  await expect(ani.getByRole("heading", { name: "Rumusan masalah" })).toBeVisible();
  await expect(ani.locator("[contenteditable]")).toHaveCount(0);
});
