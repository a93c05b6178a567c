import { Refusal } from "../refusals.ts";

export const forumInPast = () =>
  new Refusal(
    "forum-in-past",
    422,
    {
      id: "Waktu ini sudah lewat. Pilih hari dan jam yang akan datang.",
      en: "This time has passed. Choose a day and an hour that are still to come.",
    },
    { field: "startsAt" },
  );

export const forumTimeWrong = () =>
  new Refusal(
    "forum-time-wrong",
    422,
    {
      id: "Forum harus selesai sesudah dimulai, dan paling lama tujuh hari. Periksa hari dan jamnya.",
      en: "A forum ends after it starts, and within seven days. Check its days and hours.",
    },
    { field: "endsAt" },
  );

/** For what belongs to a forum that is still to be held, or is being held. */
export const forumIsOver = () =>
  new Refusal("forum-is-over", 409, {
    id: "Forum ini sudah selesai atau dibatalkan. Tidak ada yang berubah.",
    en: "This forum has ended or was cancelled. Nothing was changed.",
  });

export const agendaFull = (maxItems: number) =>
  new Refusal("agenda-full", 409, {
    id: `Acara sudah berisi ${maxItems} mata acara. Hapus yang tidak dipakai dahulu.`,
    en: `The agenda holds ${maxItems} items already. Remove one that is not used first.`,
  });

export const villageNotInvited = () =>
  new Refusal("village-not-invited", 409, {
    id: "Desa ini sudah tidak diundang. Muat ulang untuk melihat keadaan sekarang.",
    en: "This village is not invited any more. Reload to see it as it is now.",
  });
