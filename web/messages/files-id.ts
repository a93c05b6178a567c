/** Words of choosing and sending a photo or a scan, wherever that is offered. */
export const filesId = {
  camera: "Ambil foto",
  choose: "Pilih foto atau PDF",
  what: "Foto (JPEG, PNG, WebP) atau PDF, paling besar 10 MB.",
  private:
    "Foto dikecilkan dahulu di perangkat ini; keterangan tempat pengambilan (lokasi) tidak ikut terkirim.",
  preparing: (name: string) => `Menyiapkan ${name}…`,
  sending: (name: string, percent: number) => `Mengirim ${name}: ${percent}%`,
  finishing: (name: string) => `Menyimpan ${name}…`,
  cancel: "Batalkan pengiriman",
  cancelled: "Pengiriman dibatalkan. Berkas tidak tersimpan.",
  again: (name: string) => `Kirim lagi ${name}`,
  other: "Pilih yang lain",
  added: (name: string) => `${name} tersimpan.`,
  tooLarge: "Berkas ini lebih besar dari 10 MB. Pilih yang lebih kecil, atau foto lembarnya.",
  unreadable:
    "Foto ini tidak dapat dibuka di perangkat ini. Ambil foto baru, atau simpan sebagai JPEG atau PDF.",
  kept: "Berkas ini masih dipilih. Periksa sambungan, lalu kirim lagi.",
  size: (kiloBytes: number) =>
    kiloBytes < 1000 ? `${kiloBytes} kB` : `${(kiloBytes / 1000).toFixed(1).replace(".", ",")} MB`,
  addedBy: (who: string, when: string) => `Ditambahkan ${who}, ${when}`,
  remove: "Hapus",
  removeNamed: (name: string) => `Hapus ${name}`,
  removeTitle: "Hapus berkas ini?",
  removeWhat: (name: string) =>
    `${name} dihapus untuk semua orang dan tidak dapat dikembalikan. Penghapusan dicatat.`,
  removeSure: (name: string) => `Ya, hapus ${name}`,
  keep: "Jangan hapus",
};
