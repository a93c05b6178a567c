import { Refusal } from "../refusals.ts";

/** What was asked must stay what was answered. */
export const surveyIsOpened = () =>
  new Refusal("survey-is-opened", 409, {
    id: "Survei ini sudah dibuka, jadi pertanyaannya tidak berubah lagi. Buatlah versi baru; jawaban yang sudah masuk tetap pada versi ini.",
    en: "This survey was opened, so that its questions no longer change. Make a new version; the answers that came in stay with this one.",
  });

export const surveyNotComplete = () =>
  new Refusal("survey-not-complete", 422, {
    id: "Survei ini belum dapat dibuka: ada pertanyaan yang belum lengkap. Lengkapi dahulu, lalu buka lagi.",
    en: "This survey cannot be opened yet: some questions are not complete. Complete them and open it again.",
  });

export const surveyNeedsVillages = (least: number) =>
  new Refusal(
    "survey-needs-villages",
    422,
    least > 1
      ? {
          id: `Pilih sedikitnya ${least} desa. Dengan desa yang lebih sedikit, jawaban tanpa nama dapat ditebak.`,
          en: `Choose at least ${least} villages. With fewer, answers without names could be guessed.`,
        }
      : {
          id: "Pilih sedikitnya satu desa yang diminta menjawab.",
          en: "Choose at least one village that is asked.",
        },
    { field: "villageIds" },
  );

export const surveyNotOpen = () =>
  new Refusal("survey-not-open", 409, {
    id: "Survei ini tidak sedang dibuka. Tidak ada yang berubah; muat ulang untuk melihat keadaan sekarang.",
    en: "This survey is not open. Nothing was changed; reload to see it as it is now.",
  });

/** @param who the person's name, null where it is the same person */
export const surveyAnswered = (who: string | null) =>
  new Refusal(
    "survey-answered",
    409,
    who === null
      ? {
          id: "Jawaban Anda sudah diterima sebelumnya. Isian di perangkat ini tidak dikirim dan masih tersimpan di sini.",
          en: "Your answer was received before. What is filled in on this device was not sent and is still kept here.",
        }
      : {
          id: `Desa Anda sudah menjawab: ${who} sudah mengirimnya. Isian di perangkat ini tidak dikirim dan masih tersimpan di sini.`,
          en: `Your village has answered: ${who} sent it. What is filled in on this device was not sent and is still kept here.`,
        },
  );

export const answersNotComplete = () =>
  new Refusal("answers-not-complete", 422, {
    id: "Ada pertanyaan yang belum terjawab dengan benar. Periksa isian Anda, lalu kirim lagi.",
    en: "Some questions are not answered properly yet. Check what you filled in and send it again.",
  });

/** Their village was taken out of it meanwhile. */
export const notAskedAnyMore = () =>
  new Refusal("not-asked-any-more", 403, {
    id: "Desa Anda tidak lagi diminta mengisi survei ini. Isian Anda tidak dikirim dan masih tersimpan di perangkat ini; tanyakan kepada fasilitator.",
    en: "Your village is no longer asked to answer this survey. What you filled in was not sent and is still kept on this device; ask the facilitator.",
  });

/** Another tab of the same browser signed somebody else in. */
export const otherPerson = () =>
  new Refusal("other-person", 409, {
    id: "Di peramban ini orang lain sudah masuk. Isian tidak dikirim atas namanya dan masih tersimpan di perangkat ini.",
    en: "Somebody else has signed in in this browser. What is filled in was not sent in their name and is still kept on this device.",
  });
