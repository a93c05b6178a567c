import { formatDay, formatTimeRange } from "./time.ts";

interface Invitation {
  name: string;
  districtName: string;
  forum: { title: string; startsAt: number; endsAt: number; place: string } | null;
  address: string;
  expiresAt: number;
}

/** What is sent by WhatsApp, in Indonesian whatever the sender's own language. */
export function invitationText({
  name,
  districtName,
  forum,
  address,
  expiresAt,
}: Invitation): string {
  const occasion =
    forum === null
      ? `Kecamatan ${districtName} mengundang Bapak/Ibu ke Sinau Bareng.`
      : [
          `Kecamatan ${districtName} mengundang Bapak/Ibu ke Forum Sinau "${forum.title}".`,
          `Hari: ${formatDay(forum.startsAt)} pukul ${formatTimeRange(forum.startsAt, forum.endsAt)}`,
          `Tempat: ${forum.place}`,
        ].join("\n");
  return [
    `Yth. Bapak/Ibu ${name},`,
    occasion,
    `Untuk masuk, tekan tautan pribadi ini:\n${address}`,
    `Tautan ini hanya untuk Bapak/Ibu, sekali pakai, berlaku sampai ${formatDay(expiresAt)}. Mohon jangan diteruskan kepada orang lain.`,
  ].join("\n\n");
}
