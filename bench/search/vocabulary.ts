/** Roots that the texts of village offices are made of, the most frequent first. */
const roots = `
desa dana kas warga rapat tahun belanja anggar rencana laksana bangun kerja dusun lapor catat bayar
setor pajak pungut susun tetap ubah musyawarah sepakat usul tanggung jawab tugas jalan air tanah lahan
sewa jual beli bagi salur terima kirim tulis baca hitung ukur timbang periksa awasi bina latih ajar
didik sehat obat rawat bantu dukung tolong gotong royong bersih rapi sampah kelola olah simpan jaga
pelihara guna pakai manfaat hasil untung rugi modal usaha koperasi toko pasar dagang tani ternak kebun
sawah tanam panen pupuk benih bibit padi jagung tebu ikan nelayan laut pantai sungai muara bukit hutan
pohon bambu kayu batu pasir semen besi seng atap dinding lantai pintu pagar gapura balai kantor sekolah
madrasah masjid posyandu puskesmas polindes lapang makam jembatan saluran parit talud irigasi sumur
pompa pipa listrik lampu kabel telepon sinyal internet komputer aplikasi data peta batas surat berkas
arsip buku kuitansi nota bukti tanda tangan cap stempel sah putus atur larang izin wajib hak sanksi
denda hukum perdes perkades perbup peraturan undang pasal ayat lampir gambar foto video suara kabar
umum siar tempel papan pengumuman undangan hadir absen datang pulang pergi jemput antar angkut muat
truk motor mobil sepeda perahu jaring tambak kolam kandang sapi kambing ayam bebek telur susu daging
beras gula kopi teh garam minyak bumbu masak makan minum gizi balita ibu anak lansia pemuda perempuan
lelaki keluarga tetangga kelompok kader tokoh sesepuh perangkat bendahara sekretaris kaur kasi kadus
camat bupati dinas kecamatan kabupaten provinsi pusat menteri inspektorat audit temu tindak lanjut
selesai mulai lambat cepat tepat waktu hari minggu bulan musim hujan kering banjir longsor gempa
kebakaran bencana darurat siaga posko relawan tenda selimut obor ronda aman tertib damai sengketa adu
keluh saran tanya jawaban jelas paham tahu lupa ingat cari temui pilih suara angka persen rupiah juta
ribu ratus satu dua tiga empat lima enam tujuh delapan sembilan sepuluh awal akhir utara selatan timur
barat tengah dalam luar atas bawah depan belakang kiri kanan baru lama besar kecil panjang pendek
tinggi rendah luas sempit dekat jauh banyak sedikit penuh kosong kuat lemah baik buruk benar salah
`
  .trim()
  .split(/\s+/);

const connecting =
  "yang dan di untuk dengan pada dari oleh dalam ini itu telah akan agar karena serta atau sebagai kepada bahwa".split(
    " ",
  );

/** me- and pe- take the root's first sound in. */
function nasal(prefix: "me" | "pe", root: string): string {
  const first = root[0] ?? "";
  if (first === "k" || first === "t" || first === "s" || first === "p") {
    return `${prefix}${{ k: "ng", t: "n", s: "ny", p: "m" }[first]}${root.slice(1)}`;
  }
  if ("aeiough".includes(first)) return `${prefix}ng${root}`;
  if ("bfv".includes(first)) return `${prefix}m${root}`;
  if ("cdjz".includes(first)) return `${prefix}n${root}`;
  return `${prefix}${root}`;
}

const formsOf = (root: string): string[] => [
  root,
  nasal("me", root),
  `di${root}`,
  `${root}nya`,
  `${nasal("pe", root)}an`,
  `${root}an`,
  `${nasal("me", root)}kan`,
  `di${root}kan`,
  `ber${root}`,
  `ter${root}`,
];

interface Weighted {
  word: string;
  upTo: number;
}

function weigh(): Weighted[] {
  let upTo = 0;
  const weighted: Weighted[] = [];
  const add = (word: string, weight: number) => {
    upTo += weight;
    weighted.push({ word, upTo });
  };
  for (const [at, word] of connecting.entries()) add(word, 60 / (at + 2));
  for (const [at, root] of roots.entries()) {
    for (const [form, word] of formsOf(root).entries()) add(word, 20 / ((at + 10) * (form + 1)));
  }
  return weighted;
}

const vocabulary = weigh();
const total = vocabulary.at(-1)?.upTo ?? 0;

/** Words in the order in which they might be written, as often as words are, none of `except`. */
export function writtenWords(
  count: number,
  random: () => number,
  except: ReadonlySet<string> = new Set(),
): string[] {
  const words: string[] = [];
  while (words.length < count) {
    const wanted = random() * total;
    let [low, high] = [0, vocabulary.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((vocabulary[middle]?.upTo ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const word = vocabulary[low]?.word ?? "";
    if (!except.has(word)) words.push(word);
  }
  return words;
}

/** Words to look for, of all frequencies. */
export function anyWord(random: () => number): string {
  const at = Math.floor(random() * (vocabulary.length - connecting.length)) + connecting.length;
  return vocabulary[at]?.word ?? "";
}
