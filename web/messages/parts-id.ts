/** Words of the controls beside the parts of a document. */
export const partsId = {
  lockPart: "Kunci bagian ini",
  unlockPart: "Buka kembali",
  lockWhole: "Kunci seluruh dokumen",
  unlockWhole: "Buka kembali seluruh dokumen",
  lockedPart: "Bagian ini dikunci sementara dibahas.",
  lockedWhole: "Seluruh dokumen dikunci sementara dibahas.",
  lockedPartBy: (name: string, since: string) =>
    `Dikunci oleh ${name} sejak ${since} sementara dibahas.`,
  lockedWholeBy: (name: string, since: string) =>
    `Seluruh dokumen dikunci oleh ${name} sejak ${since} sementara dibahas.`,
  lockedMeanwhile: "Bagian lain tetap dapat ditulis.",
  chooseVillage: "Pilih desa",
  chooseDay: "Pilih tanggal",
  beforeForum: "Tenggat ini sebelum hari forum. Periksa lagi tahunnya.",
  noDay: "Tanggal ini belum terbaca. Contoh: 31 Desember 2026.",
  noVillage: "Belum cocok dengan satu desa yang diundang.",
  dueNow: (day: string) => `Tenggat sekarang ${day}`,
  inRegister: "Lihat laporannya",
};
