import { demoCaseId, demoForumId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";

test("a facilitator marks a document as drafted, and is told beforehand what that means", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await facilitator.getByText("Ubah status").click();
  await facilitator.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  const question = facilitator.getByRole("dialog");
  await expect(question).toContainText("Peninjau mulai dapat melihatnya");
  await question.getByRole("button", { name: "Batal" }).click();
  await expect(facilitator.getByText("Berlangsung", { exact: true })).toBeVisible();

  await facilitator.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await question.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await expect(facilitator.getByText("Selesai disusun", { exact: true })).toBeVisible();

  const reviewer = await hall.enter("peninjau");
  await reviewer.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(reviewer.getByText("Selesai disusun", { exact: true })).toBeVisible();
});

test("a forum is ended by its facilitator, and a participant is not offered to", async ({
  hall,
}) => {
  const participant = await hall.enter("peserta-a");
  await participant.goto(`${hall.url}/forum/${demoForumId}`);
  await expect(participant.getByRole("link", { name: "Dokumen", exact: true })).toBeVisible();
  await expect(participant.getByText("Ubah status")).toHaveCount(0);

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}`);
  await facilitator.getByText("Ubah status").click();
  await facilitator.getByRole("button", { name: "Akhiri forum" }).click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Akhiri forum" }).click();
  await expect(facilitator.getByText("Selesai", { exact: true }).first()).toBeVisible();
});
