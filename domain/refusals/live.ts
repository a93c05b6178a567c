import { Refusal } from "../refusals.ts";

/** What happens live is for the hours in which the forum is in session. */
export const notInSession = () =>
  new Refusal("not-in-session", 409, {
    id: "Forum ini sedang tidak berlangsung. Tidak ada yang berubah.",
    en: "This forum is not in session now. Nothing was changed.",
  });

/** It stood on an item, turn, lead or poll that has gone on since. */
export const sessionMovedOn = () =>
  new Refusal("session-moved-on", 409, {
    id: "Forum sudah bergerak sejak Anda menekan. Tidak ada yang berubah; lihat keadaan sekarang, lalu tekan lagi bila perlu.",
    en: "The forum has moved on since you pressed. Nothing was changed; look at it as it is now, then press again if needed.",
  });

export const itemGone = () =>
  new Refusal("item-gone", 409, {
    id: "Butir acara ini sudah dihapus. Pilih butir lain.",
    en: "This item is no longer on the agenda. Choose another one.",
  });

export const somebodyLeads = (name: string) =>
  new Refusal("somebody-leads", 409, {
    id: `${name} sedang memimpin. Anda dapat mengambil alih bila sudah sepakat.`,
    en: `${name} is leading now. You may take over once you have agreed.`,
  });

export const pollOpen = () =>
  new Refusal("poll-open", 409, {
    id: "Masih ada jajak pendapat yang terbuka. Tutup dahulu sebelum membuka yang baru.",
    en: "A poll is still open. Close it before you open another one.",
  });

export const pollClosed = () =>
  new Refusal("poll-closed", 409, {
    id: "Jajak pendapat ini sudah ditutup. Suara desa Anda tetap seperti sebelumnya.",
    en: "This poll is closed. Your village's vote stays as it was.",
  });

export const sessionCrowded = () =>
  new Refusal("session-crowded", 409, {
    id: "Daftar ini sudah penuh. Tidak ada yang berubah.",
    en: "This list is full. Nothing was changed.",
  });
