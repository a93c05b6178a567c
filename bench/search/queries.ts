/** What a person types, and the document that they mean by it: its title and what it says. */
export interface SearchQuery {
  query: string;
  title: string;
  sentences: string;
}

/** In each of these no word of the query stands in the document as it is typed. */
const otherForms = `
menyetorkan pungutan | Penyetoran yang terlambat | Bendahara lupa penyetoran uang yang dipungut dari los pasar.
kelola embung | Pengelolaan embungnya warga | Embungnya dikelola kelompok tani tanpa aturan tertulis.
melebarkan jembatan | Pelebaran jembatannya di dusun utara | Jembatannya perlu diperlebar agar truk lewat.
pembersihan sungai | Membersihkan sungainya bersama | Warga membersihkan sungainya sebelum musim hujan.
tertanam mangrove | Penanaman mangrovenya di muara | Bibit mangrovenya ditanami kembali oleh pemuda.
menyewa traktor | Penyewaan traktornya kelompok | Traktornya disewakan dengan tarif yang disepakati.
perbaikan dermaga | Memperbaiki dermaganya nelayan | Dermaganya diperbaiki dengan swadaya.
latihan menjahit | Pelatihan jahitan bagi ibu | Peserta dilatih membuat jahitan seragam.
penjualan kerajinan | Menjual kerajinannya lewat pameran | Kerajinannya dijual di pameran kabupaten.
mengukur batas | Pengukuran perbatasan dusun | Patok perbatasan diukur bersama tetangga.
beternak kambing | Peternakan kambingnya bergulir | Kambingnya diternakkan secara bergulir.
memelihara pompa | Pemeliharaan pompanya sumur bor | Pompanya dipelihara petugas dusun.
pengairan sawah | Mengairi persawahan di musim kering | Persawahan diairi bergiliran.
penerangan gang | Menerangi gangnya kampung | Lampu surya menerangi gangnya tiap malam.
menghitung warisan | Penghitungan kewarisan tanah | Kewarisan dihitung menurut akta.
pengecatan balai | Mengecat balainya dusun | Balainya dicat pemuda karang taruna.
terlapor pencurian | Melaporkan curian kabel | Curian kabel dilaporkan ke babinsa.
membagikan sembako | Pembagian sembakonya lansia | Sembakonya dibagi menurut daftar.
penggalian parit | Menggali paritnya jalan | Paritnya digali agar air mengalir.
dipinjam perpustakaannya | Peminjaman di perpustakaan keliling | Anak meminjam buku di perpustakaan keliling.
menabung sampah | Tabungan persampahan warga | Persampahan menjadi tabungan ibu.
menyambung pipa | Penyambungan pipanya air | Pipanya disambungkan dari mata air.
bertanam cabai | Penanaman cabainya pekarangan | Cabainya ditanam di pekarangan.
penyimpanan arsip | Menyimpan arsipnya surat | Arsipnya disimpan di lemari besi.
penimbangan balita | Menimbang balitanya di posyandu | Balitanya ditimbang kader tiap bulan.
mengangkut pasir | Pengangkutan pasirnya tambang | Pasirnya diangkut truk malam.
memotong hibah | Pemotongan hibahnya ternak | Hibahnya dipotong tanpa bukti.
pemasangan portal | Memasang portalnya jalan | Portalnya dipasang warga.
melatih gamelan | Pelatihan gamelannya anak | Anak dilatih gamelannya tiap Sabtu.
pengobatan hewan | Mengobati kehewanan warga | Kehewanan diobati mantri.
terbakar lahan | Pembakaran lahannya tebu | Lahannya dibakar setelah panen.
menggilir ronda | Penggiliran rondanya malam | Rondanya digilirkan menurut RT.
merangkai bunga | Perangkaian bunganya kering | Bunganya dirangkaikan ibu PKK.
pencatatan kelahiran | Mencatat bayi yang dilahirkan | Bayi yang dilahirkan dicatat bidan.
mengolah kopi | Pengolahan kopinya lereng | Kopinya diolah menjadi bubuk.
pemetaan banjir | Memetakan kebanjiran tahunan | Kebanjiran dipetakan dengan pemuda.
bersepeda wisata | Persepedaan di jalur pariwisata | Jalur pariwisata ramai persepedaan.
mengurus akta | Pengurusan aktanya nikah | Aktanya diurus di kecamatan.
menebang jati | Penebangan jatinya tepi jalan | Jatinya ditebang tanpa izin.
ditawar borongan | Penawaran pemborong jalan | Pemborong menawarkan harga rendah.
membeli mesin | Pembelian permesinan pengering | Permesinan dibeli dari pabrik.
menutup tambang | Penutupan pertambangan liar | Pertambangan liar ditutup satpol.
berkemah pramuka | Perkemahan kepramukaan di lapangan | Kepramukaan mengadakan perkemahan.
menyiram taman | Penyiraman pertamanan balai | Pertamanan disirami tiap pagi.
pemupukan melon | Memupuk melonnya muda | Melonnya dipupuk kompos.
membuang limbah | Pembuangan limbahnya tahu | Limbahnya dibuang ke kali.
penangkapan ikan | Menangkap perikanan kecil | Perikanan kecil menangkap dengan jaring.
menghias gapura | Penghiasan gapuranya kampung | Gapuranya dihiasi lampu.
dirawat ambulans | Perawatan ambulansnya siaga | Relawan merawat ambulansnya.
memanen garam | Pemanenan garamnya tambak | Garamnya dipanen sebelum hujan.
`;

/** The words as they stand; some are mistyped, typed in part, or phrases. */
const sameForms = `
tambak udang | Sengketa tambak udang | Tambak udang disewa pihak luar tanpa perjanjian.
"rumah kaca" | Bantuan rumah kaca | Rumah kaca dibangun di lahan kas.
sirene tsunami | Uji sirene tsunami | Sirene tsunami tidak terdengar di dusun barat.
kompor biogas | Kompor biogas macet | Kompor biogas perlu bak baru.
batik tulis | Galeri batik tulis | Batik tulis dipajang di galeri.
madu hutan | Label madu hutan | Madu hutan dijual tanpa label.
karcis parkir | Karcis parkir pantai | Karcis parkir dicetak sendiri oleh penjaga.
jembatan gantung | Jembatan gantung putus | Jembatan gantung rawan di musim hujan.
kolam lele | Kolam lele bersama | Kolam lele dikerjakan bergantian.
jamur tiram | Rumah jamur tiram | Jamur tiram tumbuh di bekas gudang.
drone pemetaan | Drone untuk batas | Drone pemetaan dipinjam dari kabupaten.
gerobak sampah | Gerobak sampah rusak | Gerobak sampah belum diganti.
panel surya | Panel surya balai | Panel surya menghemat listrik balai.
musala | Atap musala bocor | Atap musala diganti seng.
toren air | Toren air pecah | Toren air dibeli dua buah.
speaker posko | Speaker posko siaga | Speaker posko dipakai saat gempa.
kandang komunal | Kandang komunal sapi | Kandang komunal dekat sungai.
lumbung padi | Lumbung padi kosong | Lumbung padi diisi setelah panen.
bronjong | Bronjong tebing longsor | Bronjong kawat menahan tebing.
paving | Paving gang sempit | Paving dipasang padat karya.
internet balai | Internet balai lambat | Internet balai dipakai sekolah.
tandon | Tandon bocor lagi | Tandon dilapisi semen.
keramba | Keramba waduk | Keramba diikat bambu.
sablon | Usaha sablon pemuda | Sablon kaus menambah kas pemuda.
barongan | Sanggar barongan | Barongan tampil di hari jadi.
kelapa kopra | Harga kelapa kopra | Kelapa kopra turun harganya.
vaksin sapi | Vaksin sapi PMK | Vaksin sapi diberikan gratis.
"bank benih" | Bank benih lokal | Bank benih menyimpan padi lama.
ojek pangkalan | Ojek pangkalan pasar | Ojek pangkalan meminta tempat.
rambu | Rambu tikungan | Rambu dipasang di tikungan.
embun upas | Embun upas kentang | Embun upas merusak kentang.
gula semut | Gula semut ekspor | Gula semut dikemas ulang.
tenun ikat | Alat tenun ikat | Tenun ikat dipesan sekolah.
porang | Kebun porang | Porang dijual ke pabrik.
cengkih | Panen cengkih | Cengkih dijemur di jalan.
sirkuit motor | Sirkuit motor liar | Sirkuit motor mengganggu warga.
sanitasi pasar | Sanitasi pasar hewan | Sanitasi pasar dikeluhkan pedagang.
homestay | Homestay tepi laut | Homestay dikelola pokdarwis.
bumi perkemahan | Bumi perkemahan bukit | Bumi perkemahan butuh toilet.
ketahanan pangan lele | Ketahanan pangan lele kolam terpal | Program ketahanan pangan memilih lele kolam terpal.
terumbu karng | Terumbu karang pantai | Terumbu karang dijaga nelayan.
stuntng | Rembuk stunting dusun | Stunting turun setelah makanan tambahan.
ambulance desa laut | Ambulance laut | Ambulance laut membawa pasien pulau.
biopri | Lubang biopori sekolah | Biopori dibuat murid sekolah.
hidropnik | Hidroponik atap | Hidroponik memakai botol bekas.
kalender musm | Kalender musim tanam | Kalender musim disusun penyuluh.
pemakamn umum | Pemakaman umum penuh | Pemakaman umum perlu lahan baru.
geothrmal | Sosialisasi geotermal | Geotermal dibahas dengan pengembang.
tambng emas | Bekas tambang emas | Tambang emas ditinggal berlubang.
perahu karet | Perahu karet siaga | Perahu karet disimpan di posko.
`;

export const otherFormQueries = read(otherForms);
export const sameFormQueries = read(sameForms);

function read(lines: string): SearchQuery[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [query, title, sentences] = line.split(" | ");
      if (!query || !title || !sentences) throw new Error(`not a query: ${line}`);
      return { query, title, sentences };
    });
}
