/** Words of the Lembar Hasil Belajar. */
export const outcomesId = {
  title: "Lembar Hasil Belajar",
  card: "Satu lembar untuk setiap kasus: apa yang dipelajari, siapa yang menerapkan, dan apa hasilnya.",
  open: "Buka hasil belajar",
  intro:
    "Setiap kasus yang Selesai disusun mendapat satu lembar: pelajaran, kesepakatan yang didukung, desa yang menerapkan, dan hasilnya tiga bulan kemudian.",
  empty:
    "Belum ada lembar. Fasilitator dan notulis menulisnya setelah sebuah kasus Selesai disusun; lalu desa menandai bila menerapkannya.",
  toWrite: "Belum ditulis",
  writeNamed: (title: string) => `Tulis lembar untuk ${title}`,
  write: "Tulis lembar",
  applying: (count: number) =>
    count === 0 ? "Belum ada desa yang menerapkan" : `Diterapkan ${count} desa`,
  of: (forum: string) => `Dari forum ${forum}`,
  toCase: "Buka analisis kasus",
  notYet:
    "Lembar ini belum ditulis. Fasilitator atau notulis menulisnya setelah kasus Selesai disusun.",
  learnt: "Apa yang dipelajari",
  learntHint: "Beberapa kalimat yang berguna bagi desa lain.",
  agreement: "Kesepakatan yang didukung",
  noAgreement: "Tidak ada",
  decision: "Keputusan atau peraturan desa yang didukung",
  decisionHint: "Misalnya: Perdes APBDes 2027. Boleh kosong.",
  change: "Ubah",
  save: "Simpan",
  cancel: "Batal",
  missing: "Tulis dulu apa yang dipelajari.",
  villages: "Desa yang menerapkan",
  noVillages: "Belum ada desa yang menandai.",
  unnamed: (count: number) =>
    `${count} desa menerapkan. Kasus ini tanpa nama desa, jadi namanya tidak ditampilkan.`,
  apply: "Desa kami menerapkan ini",
  applyNoMore: "Tidak jadi menerapkan",
  result: "Apa hasilnya",
  resultAsked: (day: string) => `Ditanyakan lagi mulai ${day}.`,
  resultNow: "Sudah tiga bulan: apa hasilnya?",
  giveResult: "Tulis hasilnya",
  print: "Cetak lembar ini",
  giveOwnResult: "Tulis hasil di desa kami",
  resultHint: "Apa yang berubah, berhasil atau belum.",
  noResult: "Belum ada yang menulis.",
  foot: "Lembar ini adalah hasil belajar, bukan keputusan evaluasi, dan tidak menggantikan peraturan.",
  home: {
    waits: "Menunggu hasil",
    title: "Apa hasilnya setelah tiga bulan?",
    give: "Tulis hasilnya",
  },
};
