/** A sentence for people, in both languages of the product. */
export interface Sentence {
  id: string;
  en: string;
}

/** What every refused request is answered with: `{ error: RefusalBody }`. */
export interface RefusalBody {
  code: string;
  message: Sentence;
  /** The field that was wrong, where one was: a path such as `token`. */
  field?: string;
}

type RefusalStatus = 401 | 403 | 404 | 409 | 410 | 413 | 422 | 426 | 429;

interface RefusalOptions {
  field?: string;
  retryAfterSeconds?: number;
}

/** An expected "no": thrown anywhere in a request, answered in one place. */
export class Refusal extends Error {
  override name = "Refusal";

  readonly code: string;
  readonly status: RefusalStatus;
  readonly sentence: Sentence;
  readonly options: RefusalOptions;

  constructor(
    code: string,
    status: RefusalStatus,
    sentence: Sentence,
    options: RefusalOptions = {},
  ) {
    super(code);
    this.code = code;
    this.status = status;
    this.sentence = sentence;
    this.options = options;
  }

  body(): RefusalBody {
    const { field } = this.options;
    return { code: this.code, message: this.sentence, ...(field ? { field } : {}) };
  }
}

export const notSignedIn = () =>
  new Refusal("not-signed-in", 401, {
    id: "Anda belum masuk. Buka tautan pribadi dari kecamatan untuk masuk.",
    en: "You are not signed in. Open the personal link from the sub-district to sign in.",
  });

/** Also for what exists but may not be seen: whoever may not see a thing does not learn of it. */
export const notFound = () =>
  new Refusal("not-found", 404, {
    id: "Tidak ditemukan. Mungkin alamatnya salah, atau Anda tidak diundang ke sini.",
    en: "Not found. The address may be wrong, or you are not invited here.",
  });

export const foreignOrigin = () =>
  new Refusal("foreign-origin", 403, {
    id: "Permintaan ini datang dari situs lain dan ditolak.",
    en: "This request came from another site and was refused.",
  });

export const tooLarge = () =>
  new Refusal("too-large", 413, {
    id: "Kiriman terlalu besar. Tidak ada yang disimpan.",
    en: "That is too large. Nothing was stored.",
  });

export const invalidField = (field: string) =>
  new Refusal(
    "invalid-field",
    422,
    {
      id: "Isian ini belum benar. Periksa lalu kirim lagi.",
      en: "This entry is not right yet. Check it and send it again.",
    },
    { field },
  );

export const malformed = () =>
  new Refusal("malformed", 422, {
    id: "Kiriman tidak dapat dibaca. Tidak ada yang disimpan.",
    en: "That could not be read. Nothing was stored.",
  });

/** One answer for unknown, guessed and foreign links, so that nobody learns which ones exist. */
export const linkUnknown = () =>
  new Refusal("link-unknown", 404, {
    id: "Tautan masuk ini tidak dikenal. Mintalah tautan baru kepada fasilitator kecamatan.",
    en: "This sign-in link is not known. Ask the sub-district's facilitator for a new one.",
  });

export const linkUsed = () =>
  new Refusal("link-used", 410, {
    id: "Tautan masuk ini sudah dipakai. Mintalah tautan baru kepada fasilitator kecamatan.",
    en: "This sign-in link was already used. Ask the sub-district's facilitator for a new one.",
  });

export const linkExpired = () =>
  new Refusal("link-expired", 410, {
    id: "Tautan masuk ini sudah tidak berlaku. Mintalah tautan baru kepada fasilitator kecamatan.",
    en: "This sign-in link has expired. Ask the sub-district's facilitator for a new one.",
  });

export const tooManyAttempts = (retryAfterSeconds: number) =>
  new Refusal(
    "too-many-attempts",
    429,
    {
      id: `Terlalu banyak percobaan. Cobalah lagi ${Math.ceil(retryAfterSeconds / 60)} menit lagi.`,
      en: `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    },
    { retryAfterSeconds },
  );

/** They see it, and others move it on. */
export const mayNotMove = () =>
  new Refusal("may-not-move", 403, {
    id: "Langkah ini bukan wewenang Anda. Tidak ada yang berubah; hubungi fasilitator kecamatan.",
    en: "This step is not yours to take. Nothing was changed; ask the sub-district's facilitator.",
  });

/** Somebody else was first, or the page is an old one. */
export const statusChanged = () =>
  new Refusal("status-changed", 409, {
    id: "Statusnya sudah diubah lebih dulu, jadi langkah Anda tidak dijalankan. Lihat status yang baru, lalu putuskan lagi.",
    en: "The status was changed before, so your step was not taken. See the new status and decide again.",
  });

export const movesElsewhere = () =>
  new Refusal("moves-elsewhere", 422, {
    id: "Mengajukan, mengembalikan, mengesahkan, dan menerbitkan dokumen belum dapat dilakukan. Tidak ada yang berubah.",
    en: "Submitting, sending back, signing and publishing a document is not possible yet. Nothing was changed.",
  });

/** For whoever opens a room's address in a browser's address bar. */
export const upgradeRequired = () =>
  new Refusal("upgrade-required", 426, {
    id: "Alamat ini hanya untuk sambungan langsung. Buka dokumennya dari Beranda.",
    en: "This address is for live connections only. Open the document from the home page.",
  });

/** The answer to a bug: what went wrong is for the log, never for the answer. */
export const internalError: RefusalBody = {
  code: "internal",
  message: {
    id: "Ada kesalahan di pihak kami. Cobalah sekali lagi; bila berulang, beri tahu fasilitator.",
    en: "Something went wrong on our side. Try once more; if it happens again, tell the facilitator.",
  },
};
