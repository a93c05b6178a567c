import { expect, test } from "vitest";
import type { DocumentPageData } from "../document/document-query.ts";
import { documentFoot } from "./document-foot.ts";

const fingerprint = "ab".repeat(32);
const grouped = Array(8).fill("abababab").join(" ");

/** What the foot reads of a document's page. */
function page(status: string, signing: object) {
  return { document: { status }, signing } as Pick<DocumentPageData, "document" | "signing">;
}

test("a signed document's foot has the fingerprint and where it is checked", () => {
  const data = page("signed", { submission: { fingerprint }, signOff: { fingerprint } });
  expect(documentFoot(data, "https://sinau.test")).toEqual([
    `Sidik isi: ${grouped}`,
    "Periksa keaslian di https://sinau.test/periksa",
  ]);
});

test("a submitted one says that it is not signed yet", () => {
  const data = page("submitted", { submission: { fingerprint }, signOff: null });
  expect(documentFoot(data, "")).toEqual([`Belum disahkan. Sidik isi: ${grouped}`]);
});

test("any other says how it stands", () => {
  const data = page("open", { submission: null, signOff: null });
  expect(documentFoot(data, "")).toEqual(["Berlangsung. Belum disahkan."]);
});
