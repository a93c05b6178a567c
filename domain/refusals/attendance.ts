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
