import { expect, it } from "vitest";
import { rootsOf } from "./indonesian-roots.ts";

const families = [
  "kelola mengelola pengelolaan dikelola terkelola pengelola",
  "susun menyusun penyusunan disusun tersusun",
  "sah mengesahkan pengesahan disahkan",
  "catat mencatat pencatatan tercatat catatan",
  "lapor melaporkan pelaporan laporan laporannya",
  "rencana perencanaan merencanakan terencana berencana",
  "anggar anggaran menganggarkan penganggaran dianggarkan",
  "ubah perubahan mengubah berubah diubah",
  "bangun pembangunan membangun bangunan",
  "tetap menetapkan penetapan ketetapan",
  "daya pemberdayaan memberdayakan berdaya",
  "lanjut berkelanjutan melanjutkan keberlanjutan ditindaklanjuti",
  "uang keuangan",
  "ada pengadaan mengadakan keadaan",
  "ajar belajar pelajaran pembelajaran mempelajari",
  "milik kepemilikan memiliki pemilik",
  "tanggungjawab pertanggungjawaban mempertanggungjawabkan",
  "masalah permasalahan bermasalah masalahnya",
  "perintah pemerintah pemerintahan memerintahkan",
  "sesuai menyesuaikan penyesuaian",
  "kerja bekerja pekerjaan pekerja mengerjakan",
  "timbang mempertimbangkan pertimbangan",
  "hitung penghitungan perhitungan dihitung",
  "potong pemotongan dipotong",
  "setor penyetoran menyetor disetor",
  "salur penyaluran tersalurkan disalurkan menyalurkan",
  "serta penyertaan menyertakan peserta",
  "musyawarah bermusyawarah permusyawaratan",
  "usaha pengusaha perusahaan berusaha",
  "desa desanya desaku desamu",
  "tahan bertahan pertahanan menahan",
  "jalan berjalan perjalanan menjalankan",
];

const family = (word: string) => new Set([word, ...rootsOf(word)]);
const areRelated = (one: string, other: string) =>
  [...family(one)].some((root) => family(other).has(root));

it.each(families)("all of %s find each other", (words) => {
  const all = words.split(" ");
  const strangers = all.flatMap((one) =>
    all.filter((other) => !areRelated(one, other)).map((other) => `${one} ${other}`),
  );
  expect(strangers).toEqual([]);
});

it.each([
  ["pajak", "pajang"],
  ["anggaran", "angkutan"],
  ["desa", "desain"],
  ["pembangunan", "pembagian"],
  ["sekolah", "kelola"],
  ["masalah", "masa"],
  ["jumlah", "juma"],
  ["kepala", "pala"],
  ["makan", "makna"],
])("%s and %s have nothing in common", (one, other) => {
  expect(areRelated(one, other)).toBe(false);
});

it.each([
  "ikan",
  "ini",
  "di",
  "bahan",
  "akan",
  "2027",
  "rp500",
  "日本",
  "",
  "aaaaaaaaaaaaaaaaaaaaan",
])("%j has lost nothing that leaves a meaning", (word) => {
  for (const root of rootsOf(word)) expect(root.length).toBeGreaterThanOrEqual(3);
  expect(rootsOf(word).length).toBeLessThanOrEqual(8);
});
