import { Refusal } from "../refusals.ts";

export const regulationReplacesItself = () =>
  new Refusal(
    "regulation-replaces-itself",
    422,
    {
      id: "Peraturan tidak dapat menggantikan dirinya sendiri. Tidak ada yang disimpan; pilih peraturan lain, atau kosongkan.",
      en: "A regulation cannot replace itself. Nothing was stored; choose another one, or leave it empty.",
    },
    { field: "replacedById" },
  );

/** @param line the names from the replacement back to the regulation itself */
export const regulationClosesCircle = (line: readonly string[]) =>
  new Refusal(
    "regulation-closes-circle",
    422,
    {
      id: `Penggantian ini berputar kembali: ${line.join(" → ")}. Tidak ada yang disimpan; periksa mana yang lebih baru.`,
      en: `This replacement leads in a circle: ${line.join(" → ")}. Nothing was stored; check which one is newer.`,
    },
    { field: "replacedById" },
  );

export const regulationKnown = (name: string) =>
  new Refusal(
    "regulation-known",
    409,
    {
      id: `${name} sudah ada di daftar. Tidak ada yang ditambahkan; buka yang sudah ada lalu ubah di sana.`,
      en: `${name} is in the register already. Nothing was added; open that one and change it there.`,
    },
    { field: "number" },
  );

export const withdrawnBeforeInForce = () =>
  new Refusal(
    "withdrawn-before-in-force",
    422,
    {
      id: "Tanggal dicabut tidak boleh sebelum tanggal mulai berlaku. Tidak ada yang disimpan.",
      en: "The day of withdrawal cannot be before the day on which it came into force. Nothing was stored.",
    },
    { field: "withdrawnOn" },
  );
