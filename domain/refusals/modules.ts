import { Refusal } from "../refusals.ts";

/** What a forum stands on does not go: it may be withdrawn. */
export const moduleInUse = () =>
  new Refusal("module-in-use", 409, {
    id: "Modul ini dipakai sebuah forum, jadi tidak dapat dihapus. Tidak ada yang berubah. Bila tidak dipakai lagi, tariklah: isi dan penilaiannya tetap tersimpan.",
    en: "A forum uses this module, so that it cannot be deleted. Nothing was changed. Withdraw it where it is used no more: its text and evaluations are kept.",
  });

export const alreadyEvaluated = () =>
  new Refusal("already-evaluated", 409, {
    id: "Anda sudah menilai modul ini untuk forum itu. Penilaian yang pertama tetap tersimpan; yang ini tidak.",
    en: "You have evaluated this module for that forum already. The first evaluation is kept; this one is not.",
  });

export const moduleNotUsed = () =>
  new Refusal("module-not-used", 409, {
    id: "Forum itu tidak memakai modul ini, jadi belum ada yang dinilai.",
    en: "That forum did not use this module, so that there is nothing to evaluate.",
  });

/** From Terbit on, and once it was withdrawn. */
export const moduleClosed = () =>
  new Refusal("module-closed", 409, {
    id: "Modul ini sudah terbit atau ditarik, jadi tidak ada lagi yang diminta menulis. Tidak ada yang berubah.",
    en: "This module is published or withdrawn, so that nobody is asked to write any more. Nothing was changed.",
  });
