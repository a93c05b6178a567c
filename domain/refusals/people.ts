import { Refusal } from "../refusals.ts";

/** A district without a camat could not be looked after by anybody. */
export const lastCamat = () =>
  new Refusal("last-camat", 409, {
    id: "Ini satu-satunya camat di kecamatan ini. Beri dahulu peran camat kepada orang lain.",
    en: "This is the district's only camat. Give somebody else the role first.",
  });

export const listTooLong = (maxRows: number) =>
  new Refusal("list-too-long", 413, {
    id: `Daftar terlalu panjang: paling banyak ${maxRows} baris sekali kirim. Tidak ada yang disimpan. Bagilah daftarnya.`,
    en: `The list is too long: ${maxRows} lines at most at a time. Nothing was stored. Divide the list.`,
  });

/** Somebody else wrote meanwhile, or a line was not right: the preview says which. */
export const listChanged = () =>
  new Refusal("list-changed", 409, {
    id: "Ada baris yang belum benar atau baru saja berubah. Tidak ada yang disimpan. Periksa lagi daftarnya.",
    en: "A line is not right or has just changed. Nothing was stored. Check the list again.",
  });

export const personExists = () =>
  new Refusal("person-exists", 409, {
    id: "Orang dengan nama dan asal ini sudah ada. Tidak ada yang berubah. Cari namanya di daftar orang.",
    en: "A person of this name and place is there already. Nothing was changed. Look for the name in the list.",
  });

export const tooManyLinks = (retryAfterSeconds: number) =>
  new Refusal(
    "too-many-links",
    429,
    {
      id: `Anda sudah membuat 1.000 tautan dalam sehari. Cobalah lagi ${Math.ceil(retryAfterSeconds / 60)} menit lagi.`,
      en: `You have made 1,000 links within a day. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    },
    { retryAfterSeconds },
  );

export const representativeTaken = () =>
  new Refusal("representative-taken", 409, {
    id: "Desa ini sudah punya wakil di forum ini. Tidak ada yang berubah. Muat ulang, lalu putuskan siapa wakilnya.",
    en: "This village has a representative in this forum already. Nothing was changed. Reload, then decide who it is.",
  });
