import { Refusal } from "../refusals.ts";

/** Of another village, or in a role that only looks on. */
export const notYourFollowUp = () =>
  new Refusal("not-your-follow-up", 403, {
    id: "Hanya desa yang disebut di dalamnya dan fasilitator yang dapat memperbarui tindak lanjut ini. Tidak ada yang berubah.",
    en: "Only the village that it names and the facilitator can update this follow-up. Nothing was changed.",
  });

export const followUpGone = () =>
  new Refusal("follow-up-gone", 409, {
    id: "Tindak lanjut ini sudah dihapus dari dokumennya, jadi tidak dapat diubah lagi. Tanyakan kepada fasilitator.",
    en: "This follow-up was taken out of its document, so that it can no longer be changed. Ask the facilitator.",
  });

export const reportEmpty = () =>
  new Refusal(
    "report-empty",
    422,
    {
      id: "Belum ada yang dilaporkan. Pilih keadaannya, atau tulis apa yang sudah dilakukan.",
      en: "Nothing is reported yet. Choose how it stands, or write what was done.",
    },
    { field: "text" },
  );

export const linkNotSafe = () =>
  new Refusal(
    "link-not-safe",
    422,
    {
      id: "Tautan harus lengkap dan diawali https://. Salin dari bilah alamat peramban, lalu kirim lagi.",
      en: "The link must be complete and begin with https://. Copy it from the browser's address bar and send again.",
    },
    { field: "link" },
  );

export const dueDateNotLater = () =>
  new Refusal(
    "due-date-not-later",
    422,
    {
      id: "Tenggat baru harus sesudah tenggat yang sekarang. Tidak ada yang berubah.",
      en: "The new due date must be later than the present one. Nothing was changed.",
    },
    { field: "dueDate" },
  );

export const dueDateBeforeForum = () =>
  new Refusal(
    "due-date-before-forum",
    422,
    {
      id: "Tenggat tidak boleh sebelum hari forumnya. Tidak ada yang berubah.",
      en: "The due date cannot be before the day of its forum. Nothing was changed.",
    },
    { field: "dueDate" },
  );

/** Nothing returns at a forum that is over. */
export const forumOver = () =>
  new Refusal("forum-over", 409, {
    id: "Forum ini sudah selesai atau dibatalkan, jadi acaranya tidak berubah lagi.",
    en: "This forum has ended or was cancelled, so that its agenda no longer changes.",
  });
