import { Refusal } from "../refusals.ts";

export const emblemTooLarge = () =>
  new Refusal("emblem-too-large", 413, {
    id: "Gambar lambang lebih besar dari 300 kB. Lambang yang lama tetap ada. Pilih gambar yang lebih kecil.",
    en: "The picture of the coat of arms is larger than 300 kB. The former one stays. Choose a smaller picture.",
  });

export const emblemTypeRefused = () =>
  new Refusal("emblem-type-refused", 422, {
    id: "Lambang harus gambar PNG atau JPEG. Isi berkas ini bukan itu. Lambang yang lama tetap ada.",
    en: "The coat of arms must be a PNG or JPEG picture. This file's content is something else. The former one stays.",
  });
