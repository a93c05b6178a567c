import { Refusal } from "../refusals.ts";

export const searchTooLong = (letters: number) =>
  new Refusal(
    "search-too-long",
    422,
    {
      id: `Pencarian ini terlalu panjang: paling banyak ${letters} huruf. Tulis beberapa kata saja yang paling penting.`,
      en: `This search is too long: at most ${letters} characters. Write only the few words that matter most.`,
    },
    { field: "q" },
  );

export const searchWithoutWords = () =>
  new Refusal(
    "search-without-words",
    422,
    {
      id: "Tulis sedikitnya satu kata atau angka. Tanda baca dan gambar kecil tidak dapat dicari.",
      en: "Write at least one word or number. Punctuation and emoji cannot be searched for.",
    },
    { field: "q" },
  );
