import { Refusal } from "../refusals.ts";

export const questionTooShort = () =>
  new Refusal("question-too-short", 422, {
    id: "Pertanyaannya terlalu pendek. Tuliskan sedikitnya 10 huruf, lalu kirim lagi.",
    en: "The question is too short. Write at least 10 letters, then send it again.",
  });

export const questionTooLong = () =>
  new Refusal("question-too-long", 422, {
    id: "Pertanyaannya lebih dari 1.000 huruf. Persingkat, lalu kirim lagi.",
    en: "The question has more than 1,000 letters. Shorten it, then send it again.",
  });

/** Sent faster than anybody types, or from a form that is too old or not ours. */
export const formNotTaken = () =>
  new Refusal("form-not-taken", 422, {
    id: "Pertanyaan belum terkirim, dan yang Anda tulis masih ada. Periksa sebentar, lalu tekan Kirim sekali lagi.",
    en: "The question was not sent yet, and what you wrote is still there. Check it for a moment, then press Send once more.",
  });

/** The form of a question that was sent already, with other words. */
export const questionSentBefore = () =>
  new Refusal("question-sent-before", 409, {
    id: "Pertanyaan sebelumnya sudah terkirim. Tekan Kirim sekali lagi untuk mengirim yang ini juga.",
    en: "The earlier question was sent already. Press Send once more to send this one too.",
  });

export const questionBoxFull = () =>
  new Refusal("question-box-full", 409, {
    id: "Kotak pertanyaan forum ini sedang penuh. Simpan tulisan Anda dan cobalah lagi besok.",
    en: "This forum's question box is full at the moment. Keep your text and try again tomorrow.",
  });

/** For facilitators. */
export const answerMissing = (field: "answer" | "shownText") =>
  new Refusal(
    "answer-missing",
    422,
    {
      id: "Tuliskan pertanyaan yang ditampilkan dan jawabannya. Belum ada yang disimpan.",
      en: "Write the question as it is shown and its answer. Nothing was stored yet.",
    },
    { field },
  );
