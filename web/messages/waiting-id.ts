import type { WaitingDocument } from "../home/home-query.ts";

/** What only this person can do, on the home page. */
export const waitingId = {
  title: "Menunggu Anda",
  states: {
    answer: "Menunggu jawaban desa Anda",
    sign: "Menunggu pengesahan Anda",
    review: "Menunggu tinjauan Anda",
    redact: "Usul menghapus data pribadi",
  } satisfies Record<WaitingDocument["act"], string>,
  buttons: {
    answer: "Baca dan jawab",
    sign: "Periksa dan sahkan",
    review: "Tinjau",
    redact: "Putuskan",
  } satisfies Record<WaitingDocument["act"], string>,
  buttonNamed: (button: string, title: string) => `${button}: ${title}`,
  submitted: (when: string) => `Diajukan ${when}`,
};
