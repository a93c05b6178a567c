import { Refusal } from "../refusals.ts";

export const fileTooLarge = () =>
  new Refusal("file-too-large", 413, {
    id: "Berkas lebih besar dari 10 MB. Tidak ada yang disimpan. Pilih berkas yang lebih kecil, atau foto daftarnya.",
    en: "The file is larger than 10 MB. Nothing was stored. Choose a smaller file, or take a photo of the list.",
  });

export const fileEmpty = () =>
  new Refusal("file-empty", 422, {
    id: "Berkas ini kosong. Tidak ada yang disimpan. Pilih berkas lain.",
    en: "This file is empty. Nothing was stored. Choose another file.",
  });

export const fileTypeRefused = () =>
  new Refusal("file-type-refused", 422, {
    id: "Hanya foto (JPEG, PNG, WebP) dan PDF yang diterima. Isi berkas ini bukan itu. Tidak ada yang disimpan.",
    en: "Only photos (JPEG, PNG, WebP) and PDF are taken. This file's content is something else. Nothing was stored.",
  });

export const fileNotWhatItSays = () =>
  new Refusal("file-not-what-it-says", 422, {
    id: "Isi berkas ini tidak sesuai dengan jenisnya. Tidak ada yang disimpan. Simpan ulang berkasnya, atau foto halamannya.",
    en: "This file's content is not of the type that it says. Nothing was stored. Save the file anew, or take a photo of the page.",
  });

export const tooManyFiles = (most: number) =>
  new Refusal("too-many-files", 409, {
    id: `Sudah ada ${most} berkas di sini. Hapus dahulu yang tidak perlu.`,
    en: `There are ${most} files here already. Remove first what is not needed.`,
  });

/** A deployment without a store for files. */
export const filesUnavailable = () =>
  new Refusal("files-unavailable", 503, {
    id: "Tempat penyimpanan berkas belum dipasang di sini. Tidak ada yang disimpan.",
    en: "No store for files was set up here. Nothing was stored.",
  });
