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

/** For what one sees and may not do. */
/** A district without a camat could not be looked after by anybody. */
export const lastCamat = () =>
  new Refusal("last-camat", 409, {
    id: "Ini satu-satunya camat di kecamatan ini. Beri dahulu peran camat kepada orang lain.",
    en: "This is the district's only camat. Give somebody else the role first.",
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

/** For what somebody sees and may not do. */
/** One answer for unknown, guessed and another kind of codes. */
export const codeUnknown = () =>
  new Refusal("code-unknown", 404, {
    id: "Kode ini tidak dikenal. Periksa huruf dan angkanya, lalu coba lagi.",
    en: "This code is not known. Check its letters and digits, then try again.",
  });

export const codeUsed = () =>
  new Refusal("code-used", 410, {
    id: "Kode ini sudah dipakai atau sudah tidak berlaku. Mintalah kode baru.",
    en: "This code was already used or has expired. Ask for a new one.",
  });

/** A device that waited too long, or was never known. */
export const waitingEnded = () =>
  new Refusal("waiting-ended", 410, {
    id: "Waktu tunggu sudah habis. Mulailah sekali lagi.",
    en: "The waiting time is over. Start once more.",
  });

/** One answer for wrong, repeated, foreign and unknown passkeys. */
export const passkeyRefused = () =>
  new Refusal("passkey-refused", 403, {
    id: "Kunci sandi ini tidak diterima. Masuklah dengan tautan pribadi atau kode dari fasilitator.",
    en: "This passkey was not accepted. Sign in with your personal link or a facilitator's code.",
  });

export const notOnSharedComputers = () =>
  new Refusal("not-on-shared-computers", 403, {
    id: "Di komputer bersama kunci sandi tidak disimpan, karena orang lain juga memakainya.",
    en: "A shared computer keeps no passkey, since others use it too.",
  });

/** One answer for closed, expired and guessed doors of forums. */
export const doorClosed = () =>
  new Refusal("door-closed", 404, {
    id: "Pintu forum ini tidak terbuka. Pindai kode QR di layar sekali lagi, atau tanyakan kepada fasilitator.",
    en: "This forum's door is not open. Scan the QR code on the screen again, or ask the facilitator.",
  });

export const doorCrowded = () =>
  new Refusal(
    "door-crowded",
    429,
    {
      id: "Terlalu banyak yang menunggu. Cobalah lagi satu menit lagi.",
      en: "Too many are waiting. Try again in a minute.",
    },
    { retryAfterSeconds: 60 },
  );

export const claimImpossible = () =>
  new Refusal("claim-impossible", 409, {
    id: "Orang ini tidak dapat dipilih: ia sudah masuk, sudah dipilih, atau bukan undangan dari desa ini.",
    en: "This person cannot be chosen: they have joined, were chosen already, or are not invited from this village.",
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
