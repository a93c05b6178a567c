import { regulationKey } from "../../domain/regulations.ts";
import type { practices } from "../../worker/db/practices-schema.ts";
import type { regulations } from "../../worker/db/regulations-schema.ts";
import { demoDistrictId } from "./villages.ts";

/** To begin with, and all of it to be confirmed; what replaces another stands first. */
export function demoRegulations(now: number): (typeof regulations.$inferInsert)[] {
  const about = "Pengelolaan Keuangan Desa";
  const newer = { kind: "Permendagri", number: "20", year: 2018 };
  const older = { kind: "Permendagri", number: "113", year: 2014 };
  const both = { districtId: demoDistrictId, about, createdAt: now, changedAt: now };
  return [
    { ...both, ...newer, id: "peraturan-2018", regulationKey: regulationKey(newer) },
    {
      ...both,
      ...older,
      id: "peraturan-2014",
      regulationKey: regulationKey(older),
      replacedById: "peraturan-2018",
    },
  ];
}

export function demoPractices(now: number): (typeof practices.$inferInsert)[] {
  const both = { districtId: demoDistrictId, createdAt: now, changedAt: now };
  return [
    {
      ...both,
      id: "praktik-contoh-b",
      villageId: "contoh-b",
      sharedByPersonId: "wakil-b",
      theme: "administration",
      title: "Bukti belanja dikumpulkan setiap Jumat (contoh)",
      situation: "Bukti belanja terkumpul di akhir bulan dan sebagian tercecer.",
      deed: "Setiap Jumat pelaksana kegiatan menyerahkan bukti kepada Kaur Keuangan, dengan daftar periksa satu halaman.",
      cost: "",
      result: "SPJ bulanan selesai pada minggu pertama bulan berikutnya.",
      contactOffice: "Kaur Keuangan, Kantor Desa Contoh B",
    },
  ];
}
