/** What the papers say beside people's words. In Indonesian alone: papers of an office are. */
export const printId = {
  status: (status: string, when: string) => `${status}. Dicetak ${when}.`,
  moment: (day: string, time: string) => `${day} pukul ${time} WIB`,
  noAnswer: "belum menjawab",
  answer: (answer: string, who: string, when: string) =>
    who === "" ? `${answer}, ${when}` : `${answer} (${who}, ${when})`,
  signature: {
    unsigned: "Belum disahkan",
    signed: (when: string) => `Disahkan ${when}`,
    position: "Camat",
    nip: "NIP.",
    nipOf: (nip: string) => `NIP ${nip}`,
  },
  check: (address: string) =>
    `Keaslian isi dapat diperiksa siapa saja di ${address}, dengan sidik di atas atau dengan berkas dokumen ini.`,
  notYet: "Sidik ini baru dikenali halaman periksa sesudah dokumen disahkan.",
  emblem: "Lambang daerah",
  row: (number: number) => `Baris ${number}`,
  column: (number: number) => `Kolom ${number}`,
  minutes: {
    title: "NOTULA",
    chair: "PIMPINAN SIDANG/RAPAT",
  },
  case: { title: "ANALISIS KASUS" },
  attachments: "Lampiran",
  attendanceList: "Daftar hadir",
  redacted: {
    title: "Data pribadi yang dihapus",
    item: (kind: string, letters: string) => `${kind}, ${letters}`,
  },
  approved: (who: string, when: string) => `Disahkan oleh ${who}, ${when}.`,
  foot: {
    signed: (fingerprint: string) => `Sidik isi: ${fingerprint}`,
    submitted: (fingerprint: string) => `Belum disahkan. Sidik isi: ${fingerprint}`,
    check: (address: string) => `Periksa keaslian di ${address}`,
    unsigned: (status: string) => `${status}. Belum disahkan.`,
  },
  qr: "Kode untuk membuka halaman periksa",
  caseFoot:
    "Dokumen ini hasil belajar bersama: bukan keputusan evaluasi, dan bukan pengganti peraturan.",
};
