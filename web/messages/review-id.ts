/** What reviewers note on a document's record, and that they have reviewed it. */
export const reviewId = {
  title: "Tinjauan",
  reviewedShort: "Telah ditinjau",
  reviewed: (when: string) => `Telah ditinjau, ${when}`,
  reviewedBy: (who: string, when: string) => `Telah ditinjau oleh ${who}, ${when}`,
  changedSince: "Berubah sejak ditinjau",
  showSince: "Lihat yang berubah",
  close: {
    button: "Nyatakan telah ditinjau",
    again: "Nyatakan telah ditinjau lagi",
    question: (title: string) => `Nyatakan “${title}” telah ditinjau?`,
    consequence:
      "Nama, jabatan, kantor, dan waktunya dicatat pada isi dokumen yang sekarang, dan terlihat di riwayat dan di halaman dokumen. Ini tidak dapat ditarik; bila dokumen berubah sesudahnya, itu ditandai.",
  },
  notes: (count: number) => `Catatan peninjau (${count})`,
  noNotes: "Belum ada catatan peninjau.",
  howToNote:
    "Tulis catatan di sini untuk yang sedang ditampilkan, atau pilih versi atau perubahan lebih dahulu.",
  failed: "Tinjauan belum dapat dimuat.",
  again: "Coba lagi",
  note: {
    button: "Tulis catatan tinjauan",
    here: "Catat di sini",
    short: "Catat",
    title: "Catatan tinjauan",
    label: "Catatan",
    hint: "Dibaca oleh fasilitator, Camat, peninjau, dan undangan.",
    send: "Simpan catatan",
    cancel: "Batal",
    said: "Catatan peninjau",
    takenBack: "Catatan ini ditarik oleh penulisnya.",
    onVersion: (name: string) => `pada versi ${name}`,
    onMoment: (moment: string) => `pada ${moment}`,
    onChange: (moment: string) => `pada perubahan sampai ${moment}`,
  },
  takeBack: {
    button: "Tarik catatan",
    question: "Tarik catatan ini?",
    consequence:
      "Kata-katanya dihapus dan tidak dapat dikembalikan. Yang tinggal hanya tanda bahwa di sini pernah ada catatan.",
  },
};
