/** Words of the privacy notice and of the page about oneself. */
export const mineId = {
  notice: {
    title: "Pemberitahuan data pribadi",
    lead: "Sebelum mulai, mohon Bapak/Ibu membaca ini dahulu. Cukup satu kali.",
    purposeTitle: "Untuk apa",
    purpose:
      "Agar desa-desa dapat menulis Analisis Kasus dan Notulen bersama, dan agar jelas siapa dari desa mana mengubah apa.",
    basisTitle: "Dasar",
    basis:
      "Tugas kecamatan membina dan mendampingi pemerintah desa, sesuai Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.",
    storedTitle: "Yang disimpan",
    stored:
      "Nama, jabatan, desa atau kantor, nomor telepon bila diberikan, peran, perangkat yang dipakai masuk, tulisan Anda, dan catatan peristiwa.",
    seenTitle: "Siapa yang melihat",
    seen: "Peserta forum melihat nama, jabatan, dan desa Anda. Nomor telepon hanya dilihat fasilitator dan camat. Camat dan peninjau dapat membaca catatan peristiwa. Dalam kasus tanpa nama desa, hanya fasilitator yang mengetahui nama Anda.",
    keptTitle: "Berapa lama",
    kept: (years: number) =>
      `${years} tahun setelah kegiatan selesai. Penghapusan dilakukan oleh kecamatan, tidak otomatis oleh program ini.`,
    keptDefault:
      "Selama kegiatan berjalan dan selama diwajibkan aturan kearsipan. Penghapusan dilakukan oleh kecamatan, tidak otomatis oleh program ini.",
    contactTitle: "Bertanya atau meminta perbaikan",
    contact: (district: string) => `Fasilitator ${district}, langsung di kantor kecamatan.`,
    information:
      "Ini pemberitahuan, bukan permintaan persetujuan. Anda dapat membacanya lagi di Data saya. Bila keberatan, silakan keluar dan hubungi kecamatan.",
    understood: "Saya mengerti",
    signOut: "Keluar",
  },
  calendar: {
    title: "Kalender",
    explain:
      "Dengan alamat rahasia ini, kalender di ponsel atau komputer menampilkan forum Anda dan mengikuti perubahannya. Siapa pun yang memegang alamatnya dapat membaca jadwal itu, jadi jangan dibagikan.",
    none: "Belum ada alamat kalender.",
    since: (day: string) => `Alamat dibuat ${day}. Demi keamanan alamatnya hanya tampil sekali.`,
    make: "Buat alamat kalender",
    renew: "Ganti alamat",
    renewQuestion: "Ganti alamat kalender?",
    renewConsequence:
      "Alamat yang lama langsung mati. Kalender yang memakainya harus diberi alamat yang baru.",
    end: "Hapus alamat",
    endQuestion: "Hapus alamat kalender?",
    endConsequence: "Kalender Anda tidak lagi mendapat jadwal forum dari sini.",
    keep: "Tidak jadi",
    address: "Alamat kalender Anda",
    onlyNow:
      "Salin sekarang: alamat ini tidak dapat dilihat lagi. Di kalender, pilih “tambah dari URL” atau “berlangganan kalender”.",
  },
  page: {
    title: "Data saya",
    followUps: "Tindak lanjut",
    facts: "Yang tercatat tentang Anda",
    name: "Nama",
    position: "Jabatan",
    from: "Desa atau kantor",
    phone: "Nomor telepon",
    phoneHint: "Hanya dilihat fasilitator dan camat. Boleh dikosongkan.",
    noPhone: "Tidak dicatat",
    roles: "Peran di kecamatan",
    noRoles: "Tidak ada",
    forums: "Forum",
    noForums: "Belum diundang ke forum",
    code: "Kode saya",
    codeHint:
      "Berikan kepada camat kecamatan lain bila Anda dari kantor kabupaten dan diminta meninjau di sana.",
    correct: "Perbaiki data",
    save: "Simpan perbaikan",
    saved: "Perbaikan tersimpan.",
    cancel: "Batal",
    places: "Tempat lain",
    devices: "Perangkat saya",
    audit: "Catatan Peristiwa",
    settings: "Pengaturan kecamatan",
    copyTitle: "Salinan data saya",
    copy: "Semua yang tersimpan tentang Anda, dalam satu berkas JSON. Pengambilan salinan ini dicatat.",
    takeCopy: "Simpan salinan data saya",
    removalTitle: "Penghapusan",
    removal:
      "Untuk dihapus dari Sinau Bareng, mintalah kepada fasilitator. Nama, jabatan, dan nomor telepon dihapus; tulisan dan catatan tetap ada di bawah nama samaran.",
    noticeTitle: "Pemberitahuan data pribadi",
  },
};
