import { Refusal } from "../refusals.ts";

export const attendanceNotYet = () =>
  new Refusal("attendance-not-yet", 409, {
    id: "Daftar hadir dibuka pada hari forum, setelah undangan terkirim. Belum ada yang dicatat.",
    en: "The attendance list opens on the day of the forum, once invitations are sent. Nothing was noted.",
  });

/** Afterwards the keepers of the list alone put it right. */
export const attendanceClosed = () =>
  new Refusal("attendance-closed", 409, {
    id: "Forum ini sudah selesai, jadi kehadiran tidak dapat lagi dicatat sendiri. Mintalah kepada notulis.",
    en: "This forum has ended, so you cannot note your attendance yourself any more. Ask the minute-taker.",
  });

export const attendanceOver = () =>
  new Refusal("attendance-over", 409, {
    id: "Daftar hadir forum ini sudah ditutup: dapat diperbaiki sampai 7 hari setelah forum. Tidak ada yang berubah.",
    en: "This forum's attendance list is closed: it can be put right until 7 days after the forum. Nothing was changed.",
  });

export const attendanceCancelled = () =>
  new Refusal("attendance-cancelled", 409, {
    id: "Forum ini dibatalkan, jadi tidak ada daftar hadir.",
    en: "This forum was cancelled, so there is no attendance list.",
  });

/** One answer for wrong and for old codes. */
export const attendanceCodeWrong = () =>
  new Refusal(
    "attendance-code-wrong",
    422,
    {
      id: "Kode ini salah atau sudah berganti. Lihat kode terbaru di layar, lalu coba lagi.",
      en: "This code is wrong or has changed. Look at the newest code on the screen, then try again.",
    },
    { field: "code" },
  );

export const fileTooLarge = () =>
  new Refusal("file-too-large", 413, {
    id: "Berkas lebih besar dari 10 MB. Tidak ada yang disimpan. Pilih berkas yang lebih kecil, atau foto daftarnya.",
    en: "The file is larger than 10 MB. Nothing was stored. Choose a smaller file, or take a photo of the list.",
  });

export const fileEmpty = () =>
  new Refusal("file-empty", 422, {
    id: "Berkas ini kosong. Tidak ada yang disimpan. Pilih berkas lain.",
    en: "This file is empty. Nothing was stored. Choose another file.",
  });

export const fileTypeRefused = () =>
  new Refusal("file-type-refused", 422, {
    id: "Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima. Isi berkas ini bukan itu. Tidak ada yang disimpan.",
    en: "Only photos (JPEG, PNG, WebP) and PDF are taken. This file's content is something else. Nothing was stored.",
  });

export const fileNotWhatItSays = () =>
  new Refusal("file-not-what-it-says", 422, {
    id: "Isi berkas ini tidak sesuai dengan jenisnya. Tidak ada yang disimpan. Simpan ulang berkasnya, atau foto halamannya.",
    en: "This file's content is not of the type that it says. Nothing was stored. Save the file anew, or take a photo of the page.",
  });

export const tooManyFiles = (most: number) =>
  new Refusal("too-many-files", 409, {
    id: `Sudah ada ${most} berkas di sini. Hapus dahulu yang tidak perlu.`,
    en: `There are ${most} files here already. Remove first what is not needed.`,
  });

/** A deployment without a store for files. */
export const filesUnavailable = () =>
  new Refusal("files-unavailable", 503, {
    id: "Tempat penyimpanan berkas belum dipasang di sini. Tidak ada yang disimpan.",
    en: "No store for files was set up here. Nothing was stored.",
  });
