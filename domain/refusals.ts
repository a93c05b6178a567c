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

type RefusalStatus = 401 | 403 | 404 | 409 | 410 | 413 | 422 | 426 | 429 | 503;

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

/** For what a person sees, but may not do. */
export const notAllowed = () =>
  new Refusal("not-allowed", 403, {
    id: "Peran Anda tidak dapat melakukan ini. Tidak ada yang berubah.",
    en: "Your role cannot do this. Nothing was changed.",
  });

/** Somebody else was first, or the page was old. */
export const statusMovedOn = () =>
  new Refusal("status-moved-on", 409, {
    id: "Statusnya sudah berubah sejak halaman ini dibuka. Tidak ada yang diubah lagi; muat ulang untuk melihat keadaan sekarang.",
    en: "The status has changed since this page was opened. Nothing more was changed; reload to see it as it is now.",
  });

export const changedMeanwhile = () =>
  new Refusal("changed-meanwhile", 409, {
    id: "Orang lain baru saja mengubah ini. Muat ulang, periksa, lalu simpan lagi.",
    en: "Somebody else has just changed this. Reload, check, and save again.",
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

export const tooManyWrites = (retryAfterSeconds: number) =>
  new Refusal(
    "too-many-writes",
    429,
    {
      id: `Terlalu banyak permintaan sekaligus. Cobalah lagi ${retryAfterSeconds} detik lagi.`,
      en: `Too many requests at once. Try again in ${retryAfterSeconds} seconds.`,
    },
    { retryAfterSeconds },
  );

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

/** So many wrote at once that this one found no turn. */
export const busy = () =>
  new Refusal(
    "busy",
    503,
    {
      id: "Sedang banyak yang masuk bersamaan. Tidak ada yang berubah; cobalah lagi sebentar lagi.",
      en: "Many people are coming in at once. Nothing was changed; try again in a moment.",
    },
    { retryAfterSeconds: 5 },
  );

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
