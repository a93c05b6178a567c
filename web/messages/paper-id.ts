/** Words around a paper before it is printed. */
export const paperId = {
  print: "Cetak",
  printTitle: (paper: string) => `Cetak: ${paper}`,
  size: "Kertas",
  hint: "Periksa dahulu di bawah ini. Untuk menyimpan sebagai PDF, pilih “Simpan sebagai PDF” di jendela cetak.",
  kept: "Isian ini tersimpan di perangkat ini saja.",
  details: "Isian untuk kertas ini",
  preview: "Pratinjau",
  signature: {
    title: "Tanda tangan",
    position: "Jabatan",
    name: "Nama",
    nip: "NIP",
    nipHint: "Boleh dikosongkan: baris NIP lalu tidak dicetak.",
  },
  minutes: {
    attachments: "Lampiran",
    attachmentsHint: "Satu lampiran tiap baris, misalnya bahan paparan.",
    conclusion:
      "Kalimat yang diawali “Kesimpulan:” pada tulisan sebuah desa dicetak di lajur Kesimpulan.",
  },
  letterhead: {
    title: "Kop surat",
    hint: "Kepala semua kertas yang dicetak: notula, daftar hadir, berita acara, undangan.",
    lead: "Baris yang dikosongkan memakai nama kabupaten dan kecamatan.",
    lines: {
      government: "Pemerintah kabupaten",
      office: "Kecamatan",
      address: "Alamat kantor",
      contact: "Telepon, kode pos, laman",
    },
    save: "Simpan kop surat",
    saved: "Kop surat tersimpan.",
    emblem: "Lambang daerah",
    emblemHint:
      "Gambar PNG atau JPEG, dari berkas resmi kantor Anda. Paling baik dengan latar bening atau putih.",
    choose: "Pilih gambar lambang",
    replace: "Ganti lambang",
    remove: "Hapus lambang",
    removeSure: "Hapus lambang dari kop surat?",
    removeWords: "Kertas yang dicetak sesudah ini tanpa lambang. Gambarnya dapat diunggah lagi.",
    cancel: "Batal",
    unreadable: "Gambar ini tidak dapat dibaca. Pilih gambar PNG atau JPEG lain.",
    noStore: "Tempat penyimpanan berkas belum dipasang di sini, jadi lambang belum dapat diunggah.",
    preview: "Pratinjau kop surat",
  },
};
