import { Refusal } from "../refusals.ts";

export const contactIsNumber = () =>
  new Refusal(
    "contact-is-number",
    422,
    {
      id: "Tulis nama kantor atau jabatan yang dapat dihubungi, bukan nomor telepon. Belum ada yang disimpan.",
      en: "Write the office or position to ask, not a phone number. Nothing was stored yet.",
    },
    { field: "contactOffice" },
  );

export const practiceWithdrawn = () =>
  new Refusal("practice-withdrawn", 409, {
    id: "Praktik ini sudah ditarik, jadi tidak dapat diubah lagi. Tidak ada yang berubah.",
    en: "This practice was withdrawn, so that it can no longer be changed. Nothing was changed.",
  });

export const ownPractice = () =>
  new Refusal("own-practice", 409, {
    id: "Ini praktik desa Anda sendiri. “Kami terapkan” adalah untuk desa lain.",
    en: "This is your own village's practice. “We apply it” is for other villages.",
  });
