CREATE TABLE `evidence_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`field` text NOT NULL,
	`from_text` text NOT NULL,
	`to_text` text NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_changes_by_district` ON `evidence_changes` (`district_id`,`at`);--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_by_subject` ON `evidence_files` (`district_id`,`subject_kind`);--> statement-breakpoint
CREATE TABLE `evidence_indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`level3` text NOT NULL,
	`level2` text NOT NULL,
	`level1` text NOT NULL,
	`proof` text NOT NULL,
	`system_number` text,
	`status` text DEFAULT 'notStarted' NOT NULL,
	`level` integer,
	`note` text DEFAULT '' NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_indicators_by_district` ON `evidence_indicators` (`district_id`);--> statement-breakpoint
CREATE TABLE `evidence_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`kind` text NOT NULL,
	`forum_id` text,
	`url` text,
	`words` text NOT NULL,
	`added_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_proofs_by_subject` ON `evidence_proofs` (`district_id`,`subject_kind`);--> statement-breakpoint
CREATE TABLE `forum_evaluations` (
	`forum_id` text NOT NULL,
	`id` text NOT NULL,
	`score` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`forum_id`, `id`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `forum_evaluators` (
	`forum_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`forum_id`, `person_id`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `program_stage_days` (
	`district_id` text NOT NULL,
	`stage` text NOT NULL,
	`planned_on` text,
	`begun_on` text,
	`done_on` text,
	PRIMARY KEY(`district_id`, `stage`),
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- The indicators of the innovation index (data/innovation-indicators.csv); the district edits them from then on.
INSERT INTO `evidence_indicators` (`id`, `district_id`, `position`, `number`, `name`, `level3`, `level2`, `level1`, `proof`, `system_number`) VALUES
('indikator-01', '35.05.16', 0, '1', 'Regulasi inovasi daerah', 'Perda atau Perkada', 'SK kepala daerah', 'SK kepala perangkat daerah', 'PDF yang menyebut nama inovasi', NULL),
('indikator-02', '35.05.16', 1, '2', 'Ketersediaan SDM', 'lebih dari 30 orang', '11–30 orang', '1–10 orang', 'SK atau surat tugas dengan nama', NULL),
('indikator-03', '35.05.16', 2, '3', 'Dukungan anggaran', 'T-0 T-1 dan T-2', 'T-1 atau T-2', 'T-0', 'DPA APBD atau APBDes dengan baris yang ditandai', NULL),
('indikator-04', '35.05.16', 3, '4', 'Alat kerja', 'sistem daring', 'elektronik', 'manual', 'tangkapan layar', NULL),
('indikator-05', '35.05.16', 4, '5', 'Bimtek inovasi', 'lebih dari 2 kali dalam 2 tahun', '2 kali', '1 kali', 'undangan dan daftar hadir', 'forums'),
('indikator-06', '35.05.16', 5, '6', 'Integrasi program dalam RKPD', 'T-2 T-1 dan T-0', 'T-1 dan T-2', 'T-1 atau T-2', 'halaman RKPD', NULL),
('indikator-07', '35.05.16', 6, '7', 'Keterlibatan aktor', '5 unsur', '4 unsur', '3 unsur', 'SK atau undangan rapat', 'sectors'),
('indikator-08', '35.05.16', 7, '8', 'Pelaksana inovasi', 'SK kepala daerah', 'SK kepala perangkat daerah', 'belum ada', 'SK', NULL),
('indikator-09', '35.05.16', 8, '9', 'Jejaring inovasi', '5 perangkat daerah atau lebih', '3–4', '1–2', 'SK atau surat tugas tim', 'offices'),
('indikator-10', '35.05.16', 9, '10', 'Sosialisasi', 'media berita', 'media sosial', 'foto kegiatan', 'kliping dan tangkapan layar', NULL),
('indikator-11', '35.05.16', 10, '11', 'Pedoman teknis', 'buku daring', 'buku elektronik', 'buku cetak', 'PDF atau tangkapan layar', NULL),
('indikator-12', '35.05.16', 11, '12', 'Kemudahan informasi layanan', '3 media atau lebih', '2 media', '1 media', 'tangkapan layar kontak', NULL),
('indikator-13', '35.05.16', 12, '13', 'Kemudahan proses', '1 hari', '2–5 hari', '6 hari atau lebih', 'SOP', 'minutesTime'),
('indikator-14', '35.05.16', 13, '14', 'Penyelesaian pengaduan', '86% atau lebih', '51–85%', '50% atau kurang', 'rekap dan rasio', NULL),
('indikator-15', '35.05.16', 14, '15', 'Integrasi layanan', 'terhubung dengan organisasi lain', 'dalam satu portal', 'terpisah', 'tangkapan layar', NULL),
('indikator-16', '35.05.16', 15, '16', 'Replikasi', '3 daerah lain', '2 daerah', '1 daerah', 'perjanjian atau surat', NULL),
('indikator-17', '35.05.16', 16, '17', 'Kecepatan penciptaan', '1–4 bulan', '5–8 bulan', '9 bulan atau lebih', 'proposal dengan tahapan dan tanggal', 'stages'),
('indikator-18', '35.05.16', 17, '18', 'Kemanfaatan', '201 orang atau lebih', '101–200', '1–100', 'daftar atau tangkapan layar jumlah pengguna', 'participants'),
('indikator-19', '35.05.16', 18, '19', 'Monitoring dan evaluasi', 'kajian pihak luar', 'survei kepuasan', 'laporan internal', 'laporan', 'satisfaction'),
('indikator-20', '35.05.16', 19, '20', 'Kualitas inovasi', 'video paling lama 5 menit: latar belakang, penjaringan ide, pemilihan ide, manfaat, dampak', '', '', 'tautan video', NULL);
