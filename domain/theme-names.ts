import type { Theme } from "./statuses.ts";

/** The themes' names as documents say them: documents are Indonesian whatever the screen speaks. */
export const themeNames: Record<Theme, string> = {
  planning: "Perencanaan & penganggaran (RKPDes→APBDes)",
  amendment: "Perubahan APBDes",
  silpa: "SiLPA",
  administration: "Penatausahaan & SPJ",
  tax: "Pajak",
  procurement: "Pengadaan barang/jasa",
  assets: "Aset desa",
  bumdes: "BUMDes & penyertaan modal",
  koperasi: "Koperasi Desa Merah Putih",
  blt: "BLT Desa & data",
  transparency: "Transparansi",
  emergency: "Bencana/darurat/mendesak",
  auditFollowUp: "Tindak lanjut LHP",
};

/** For whoever reads the screen, and tables that are saved from it, in English. */
export const themeNamesInEnglish: Record<Theme, string> = {
  planning: "Planning & budgeting (RKPDes→APBDes)",
  amendment: "Amending the APBDes",
  silpa: "Budget surplus (SiLPA)",
  administration: "Administration & SPJ",
  tax: "Tax",
  procurement: "Procurement",
  assets: "Village assets",
  bumdes: "BUMDes & capital participation",
  koperasi: "Koperasi Desa Merah Putih",
  blt: "BLT Desa & data",
  transparency: "Transparency",
  emergency: "Disaster, emergency, urgent needs",
  auditFollowUp: "Follow-up of audit findings (LHP)",
};
