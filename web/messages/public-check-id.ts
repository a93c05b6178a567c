/** Words of the page on which anybody checks a document's fingerprint. */
export const publicCheckId = {
  title: "Periksa keaslian dokumen",
  intro:
    "Di sini siapa pun dapat memeriksa apakah sebuah dokumen masih sama dengan yang disahkan. Anda tidak perlu masuk.",
  file: {
    title: "Periksa berkasnya",
    what: "Berkas dokumen dari Sinau Bareng, berakhiran .json.",
    choose: "Pilih berkas",
    drop: "Atau seret berkas ke sini.",
    private:
      "Berkas dibaca di perangkat ini saja. Yang dikirim hanya sidiknya, dan dari sidik itu isi dokumen tidak dapat dibaca.",
  },
  digits: {
    title: "Periksa sidiknya",
    label: "Sidik dokumen",
    hint: "64 angka dan huruf a–f pada kaki dokumen yang tercetak. Spasi dan huruf besar tidak berpengaruh.",
    check: "Periksa sidik",
    wrongLength: (count: number) =>
      `Sidik dokumen terdiri atas 64 angka dan huruf; yang tertulis ${count}. Cocokkan sekali lagi dengan kertasnya.`,
    wrongLetter: (letter: string) =>
      `Sidik dokumen hanya berisi angka dan huruf a–f, tidak ada “${letter}”. Cocokkan sekali lagi dengan kertasnya.`,
  },
  reading: (name: string) => `Membaca ${name}…`,
  computing: (name: string, percent: number) => `Menghitung sidik ${name}: ${percent}%`,
  asking: "Menanyakan sidik kepada Sinau Bareng…",
  cancel: "Batalkan pemeriksaan",
  match: {
    word: "Cocok",
    file: "Berkas ini sama huruf demi huruf dengan dokumen yang disahkan.",
    fileRedacted: "Semua yang masih terbaca di berkas ini sama dengan dokumen yang disahkan.",
    digits: "Sidik ini tercatat pada sebuah dokumen yang disahkan.",
    fileNext:
      "Isi berkas ini boleh Anda jadikan pegangan. Bila Anda memegang cetakannya, bandingkan sidik di bawah ini dengan yang tercetak.",
    digitsNext:
      "Ini belum membuktikan bahwa isi kertasnya tidak diubah. Untuk itu mintalah berkasnya kepada kecamatan, lalu periksa berkas itu di sini.",
    redacted: (redacted: number, parts: number) =>
      `Dari ${redacted} di antara ${parts} bagian, data pribadi telah dihapus sesudah dokumen diajukan. Kata-katanya tidak ada lagi di berkas ini; bagian lainnya sama dengan yang disahkan.`,
  },
  mismatch: {
    word: "Tidak cocok",
    file: "Berkas ini bukan dokumen yang disahkan, atau isinya sudah berubah sesudahnya. Perubahan satu huruf pun membuatnya tidak cocok.",
    digits: "Tidak ada dokumen yang disahkan dengan sidik ini.",
    fileNext:
      "Jangan jadikan berkas ini pegangan. Mungkin berkas ini disimpan ulang dengan program lain, atau dokumennya belum disahkan. Mintalah berkas aslinya kepada kecamatan, lalu periksa lagi.",
    digitsNext:
      "Cocokkan sekali lagi setiap kelompok dengan kertasnya. Bila tetap tidak cocok, tanyakan kepada kecamatan sebelum memakai dokumen itu.",
  },
  documentTitle: "Judul dalam berkas",
  fingerprint: "Sidik dokumen",
  another: "Periksa yang lain",
  correct: "Perbaiki sidik",
  again: "Tanyakan lagi",
  notChecked: "Belum dapat diperiksa",
  faults: {
    tooLarge:
      "Berkas ini lebih besar dari 50 MB, jadi bukan dokumen dari Sinau Bareng. Pilih berkas lain.",
    unreadable:
      "Perangkat ini tidak dapat membaca berkasnya. Mungkin berkas itu sudah dipindahkan. Pilih sekali lagi.",
    cutOff:
      "Berkas ini terpotong atau rusak, mungkin karena pengiriman terputus. Mintalah sekali lagi, lalu periksa yang baru.",
    notOurs:
      "Ini bukan berkas dokumen dari Sinau Bareng, atau bentuknya sudah diubah. Yang dapat diperiksa hanya berkas .json yang diunduh dari halaman dokumen, bukan PDF atau foto.",
    altered:
      "Berkas ini diubah: ada bagian yang tertulis dua kali, sehingga yang terbaca bukan yang dihitung. Jangan jadikan pegangan; mintalah berkas aslinya.",
  },
  script: {
    title: "Periksa tanpa halaman ini",
    what: "Bila Anda tidak ingin percaya pada halaman ini, hitung sidiknya sendiri dengan skrip pendek untuk Node.js.",
    download: "Unduh skrip pemeriksa",
  },
};
