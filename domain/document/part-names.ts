import type { CauseBranch, SectionKind } from "./templates.ts";

/** The parts' names as documents say them: documents are Indonesian whatever the screen speaks. */
export const sectionNames: Record<SectionKind, string> = {
  identity: "Judul, tema, tahun anggaran",
  situation: "Situasi dan fakta",
  problem: "Rumusan masalah",
  causes: "Akar masalah",
  regulations: "Regulasi terkait",
  practices: "Praktik desa lain",
  options: "Opsi penyelesaian",
  recommendation: "Rekomendasi",
  followUps: "Rencana Tindak Lanjut (RTL)",
  attachments: "Lampiran",
  meeting: "Sidang/Rapat",
  chairs: "Pimpinan",
  attendees: "Peserta",
  opening: "Kata Pembukaan",
  discussion: "Pembahasan",
  conclusions: "Kesimpulan",
  agreements: "Kesepakatan",
  closing: "Penutup",
  subject: "Judul dan tema",
  goals: "Tujuan belajar",
  material: "Materi",
  questionsBefore: "Pertanyaan sebelum belajar",
  questionsAfter: "Pertanyaan sesudah belajar",
};

export const branchNames: Record<CauseBranch, string> = {
  people: "SDM",
  regulation: "Regulasi",
  method: "Metode/SOP",
  facilities: "Sarana",
  budget: "Anggaran",
  institution: "Kelembagaan",
};

export const fieldNames = {
  title: "Judul",
  theme: "Tema",
  fiscalYear: "Tahun anggaran",
  meeting: "Sidang/Rapat",
  date: "Hari/Tanggal",
  invitationLetter: "Surat Undangan",
  time: "Waktu",
  place: "Tempat",
  agenda: "Acara",
  chair: "Ketua",
  secretary: "Sekretaris",
  recorder: "Pencatat",
  activity: "Kegiatan",
  responsible: "Penanggung jawab",
  village: "Desa",
  dueDate: "Tenggat",
  output: "Keluaran",
};
