import { Refusal } from "../refusals.ts";

/** Another facilitator was first. @param into null where it was changed otherwise */
export const problemMovedOn = (title: string, into: string | null) =>
  new Refusal(
    "problem-moved-on",
    409,
    into === null
      ? {
          id: `Masalah “${title}” baru saja diubah orang lain. Tidak ada yang digabung atau diubah; lihat keadaannya sekarang, lalu coba lagi.`,
          en: `Somebody else has just changed the problem “${title}”. Nothing was merged or changed; look at it as it is now and try again.`,
        }
      : {
          id: `Masalah “${title}” baru saja digabung orang lain ke “${into}”. Penggabungan Anda tidak dilakukan; lihat gabungan itu dahulu.`,
          en: `Somebody else has just merged the problem “${title}” into “${into}”. Yours was not done; look at that one first.`,
        },
  );

export const problemNotLiving = () =>
  new Refusal("problem-not-living", 409, {
    id: "Masalah ini sudah digabung, dipisahkan, atau disisihkan. Tidak ada yang berubah; muat ulang untuk melihat keadaan sekarang.",
    en: "This problem was merged, separated or set aside. Nothing was changed; reload to see it as it is now.",
  });

/** Who presses second may not see the case of who pressed first. */
export const problemIsCase = () =>
  new Refusal("problem-is-case", 409, {
    id: "Masalah ini sudah diusulkan sebagai kasus di sebuah forum. Tidak ada yang ditambahkan.",
    en: "This problem was proposed as a case of a forum already. Nothing was added.",
  });

export const noForumForProblem = () =>
  new Refusal("no-forum-for-problem", 409, {
    id: "Belum ada forum berikutnya, atau Anda tidak diundang ke sana. Masalahnya tetap di peta ini.",
    en: "No forum is coming, or you are not invited to it. The problem stays on this map.",
  });

export const surveyStillOpen = () =>
  new Refusal("survey-still-open", 409, {
    id: "Survei ini belum ditutup. Masalah diambil dari hasilnya setelah survei ditutup.",
    en: "This survey is not closed yet. Problems are taken from its results once it is.",
  });

export const tooFewAnswers = () =>
  new Refusal("too-few-answers", 409, {
    id: "Jawaban pada pertanyaan ini terlalu sedikit untuk ditunjukkan tanpa membuka desanya, jadi tidak dapat dijadikan sumber.",
    en: "This question has too few answers to be shown without telling whose they are, so that it cannot be a source.",
  });

export const voteIsOver = () =>
  new Refusal("vote-is-over", 409, {
    id: "Pemungutan suara ini sudah ditutup. Suara yang sudah masuk tetap berlaku; tidak ada yang berubah.",
    en: "This vote is closed. The votes that came in stand; nothing was changed.",
  });

export const villageNotAsked = () =>
  new Refusal("village-not-asked", 403, {
    id: "Desa Anda tidak, atau tidak lagi, ikut dalam pemungutan suara ini. Suara yang pernah diberikan tetap berlaku.",
    en: "Your village does not take part in this vote, or does so no longer. What it voted before stands.",
  });

export const ballotChanged = () =>
  new Refusal("ballot-changed", 409, {
    id: "Suara desa Anda baru saja diubah dari perangkat lain. Pilihan Anda belum tersimpan; muat ulang, periksa, lalu simpan lagi.",
    en: "Your village's vote has just been changed on another device. What you chose is not saved yet; reload, check, and save again.",
  });

export const tooManyChosen = (choices: number) =>
  new Refusal(
    "too-many-chosen",
    422,
    {
      id: `Pilih paling banyak ${choices} masalah, dan sedikitnya satu.`,
      en: `Choose ${choices} problems at most, and one at least.`,
    },
    { field: "problemIds" },
  );

export const voteNeedsProblems = () =>
  new Refusal(
    "vote-needs-problems",
    422,
    {
      id: "Pilih sedikitnya dua masalah yang masih ada di peta, lebih banyak daripada yang boleh dipilih setiap desa.",
      en: "Choose at least two problems that are on the map, more than each village may choose.",
    },
    { field: "problemIds" },
  );
