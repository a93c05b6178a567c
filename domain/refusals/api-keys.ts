import { Refusal } from "../refusals.ts";

/** The same for every key that opens nothing here: unknown, past, revoked, or for something else. */
export const keyRefused = () =>
  new Refusal("key-refused", 401, {
    id: "Kunci ini tidak berlaku untuk data ini. Mintalah kunci yang masih berlaku kepada kecamatan.",
    en: "This key does not open this data. Ask the sub-district for a key that is still valid.",
  });

/** @param seconds until the next question is answered */
export const keyTooFast = (seconds: number) =>
  new Refusal(
    "key-too-fast",
    429,
    {
      id: `Terlalu sering dibaca dengan kunci ini. Coba lagi ${seconds} detik lagi.`,
      en: `This key is used too often. Try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );
