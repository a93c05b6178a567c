/** What stands below a document on paper. In Indonesian alone: papers of an office are. */
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
  },
  check: (address: string) =>
    `Keaslian isi dapat diperiksa siapa saja di ${address}, dengan sidik di atas atau dengan berkas dokumen ini.`,
  notYet: "Sidik ini baru dikenali halaman periksa sesudah dokumen disahkan.",
  qr: "Kode untuk membuka halaman periksa",
  caseFoot:
    "Dokumen ini hasil belajar bersama: bukan keputusan evaluasi, dan bukan pengganti peraturan.",
};
