import { Refusal } from "../refusals.ts";

/** It was edited, redacted or otherwise changed between the preview and the publishing. */
export const previewChanged = () =>
  new Refusal("preview-changed", 409, {
    id: "Isinya berubah sejak pratinjau ini dibuka. Tidak ada yang diterbitkan; periksa pratinjau yang baru, lalu terbitkan.",
    en: "The content has changed since this preview was opened. Nothing was published; check the new preview, then publish.",
  });

export const notPublishable = () =>
  new Refusal("not-publishable", 409, {
    id: "Ini belum dapat diterbitkan: dokumen dan hasil belajar sesudah disahkan, modul sesudah Terbit, praktik selama tidak ditarik.",
    en: "This cannot be published yet: documents and outcomes once they are signed, modules once they are published, practices while they are not withdrawn.",
  });

export const nothingToPublish = () =>
  new Refusal("nothing-to-publish", 422, {
    id: "Tidak ada isi yang dipilih. Pilih sedikitnya satu bagian yang berisi tulisan.",
    en: "No content was chosen. Choose at least one section with words in it.",
  });

/** Its content would not fit into a row. */
export const publicationTooLong = () =>
  new Refusal("publication-too-long", 422, {
    id: "Isi yang dipilih terlalu panjang untuk satu halaman umum. Pilih lebih sedikit bagian.",
    en: "What was chosen is too long for one public page. Choose fewer sections.",
  });
