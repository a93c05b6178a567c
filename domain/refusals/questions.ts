import { Refusal } from "../refusals.ts";

export const questionIsCase = () =>
  new Refusal("question-is-case", 409, {
    id: "Pertanyaan ini sudah menjadi usulan kasus. Tidak ada yang ditambahkan; muat ulang untuk melihatnya.",
    en: "This question has become a case already. Nothing was added; reload to see it.",
  });

export const noNextForum = () =>
  new Refusal("no-next-forum", 409, {
    id: "Belum ada forum berikutnya yang mengundang Anda, jadi kasusnya belum dapat diusulkan. Pertanyaannya tetap di sini.",
    en: "No forum is coming to which you are invited, so that the case cannot be proposed yet. The question stays here.",
  });
