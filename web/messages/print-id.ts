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
  agreements: {
    title: "BERITA ACARA KESEPAKATAN",
    number: "Nomor:",
    opening: (day: string, time: string, place: string, forum: string) =>
      `Pada hari ini, ${day}, pukul ${time}, bertempat di ${place}, telah dilaksanakan Forum Sinau Bareng “${forum}”.`,
    agreed: (villages: number) =>
      `Forum yang diikuti oleh ${villages} desa tersebut di bawah ini bersepakat atas hal-hal sebagai berikut:`,
    closing:
      "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
    columns: ["No", "Desa", "Nama, jabatan", "Tanda tangan"],
    known: "Mengetahui,",
  },
  invitation: {
    subject: "Undangan",
    to: "Yth.",
    at: "di –",
    place: "Tempat",
    recipient: (village: string) => `Pemerintah ${village}`,
    opening: (forum: string) =>
      `Dalam rangka pelaksanaan Forum Sinau Bareng “${forum}”, kami mengharap kehadiran Bapak/Ibu pada:`,
    facts: {
      number: "Nomor",
      urgency: "Sifat",
      attached: "Lampiran",
      subject: "Hal",
      day: "Hari/Tanggal",
      time: "Waktu",
      place: "Tempat",
      agenda: "Acara",
      note: "Catatan",
    },
    closing: "Demikian, atas perhatian dan kehadiran Bapak/Ibu kami ucapkan terima kasih.",
    copies: "Tembusan:",
  },
  outcome: {
    title: "LEMBAR HASIL BELAJAR",
    case: "Kasus",
    theme: "Tema",
    forum: "Forum",
    written: "Ditulis",
    learnt: "Yang dipelajari",
    agreement: "Kesepakatan",
    decision: "Peraturan atau keputusan",
    applying: "Desa yang menerapkan",
    columns: ["No", "Desa", "Hasil"],
    count: (villages: number) => (villages === 0 ? "Belum ada." : `${villages} desa.`),
    result: "Hasil setelah tiga bulan",
  },
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
