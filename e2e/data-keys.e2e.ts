import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "./hall.ts";

test("the camat hands a key to another system, which reads with it until it is revoked", async ({
  hall,
}) => {
  const camat = await hall.enter("camat", { viewport: { width: 360, height: 740 } });
  await camat.goto(`${hall.url}/kelola`);
  await camat.getByRole("link", { name: "Kunci data" }).click();
  await expect(camat.getByText("Belum ada kunci.")).toBeVisible();
  await camat.getByRole("button", { name: "Buat kunci" }).click();
  const form = camat.getByRole("dialog", { name: "Buat kunci" });
  await form.getByLabel(/Untuk sistem apa/).fill("Sistem Contoh");
  await form.getByRole("button", { name: "Buat kunci" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel(/^Daftar forum/).check();
  await form.getByRole("button", { name: "Buat kunci" }).click();
  const shown = camat.getByRole("dialog", { name: "Kunci" });
  const key = (await shown.getByRole("status", { name: "Kunci" }).textContent()) ?? "";
  await shown.getByRole("button", { name: "Sudah saya salin" }).click();

  const read = () =>
    fetch(`${hall.url}/api/v1/forums`, { headers: { authorization: `Bearer ${key}` } });
  expect((await read()).status).toBe(200);
  const card = camat.getByRole("listitem").filter({ hasText: "Sistem Contoh" });
  await card.getByText("Pemakaian", { exact: true }).click();
  await expect(card.getByRole("row").filter({ hasText: "forums" })).toContainText("1");

  await card.getByRole("button", { name: "Cabut kunci Sistem Contoh" }).click();
  await camat.getByRole("dialog").getByRole("button", { name: "Cabut kunci" }).click();
  await expect(card).toContainText("Dicabut pada");
  expect((await read()).status).toBe(401);

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/kelola/kunci`);
  await expect(facilitator.getByRole("button", { name: "Buat kunci" })).toHaveCount(0);
});

test("a maker of systems reads a description of the whole API that is valid", async ({ hall }) => {
  const description = await (await fetch(`${hall.url}/api/openapi.json`)).json();
  const { valid, errors } = await new Validator().validate(description);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});
