import { Refusal } from "../refusals.ts";

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
