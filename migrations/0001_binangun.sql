-- The district and its twelve villages, as the Ministry of Home Affairs numbers them (data/villages.csv).
INSERT INTO `districts` (`id`, `name`, `regency`) VALUES ('35.05.16', 'Binangun', 'Kabupaten Blitar');
--> statement-breakpoint
INSERT INTO `villages` (`id`, `district_id`, `name`, `bps_code`, `colour`) VALUES
('35.05.16.2001', '35.05.16', 'Desa Kedungwungu', '3505050012', 0),
('35.05.16.2002', '35.05.16', 'Desa Salamrejo', '3505050001', 1),
('35.05.16.2003', '35.05.16', 'Desa Sumberkembar', '3505050002', 2),
('35.05.16.2004', '35.05.16', 'Desa Binangun', '3505050003', 3),
('35.05.16.2005', '35.05.16', 'Desa Rejoso', '3505050008', 4),
('35.05.16.2006', '35.05.16', 'Desa Ngembul', '3505050011', 5),
('35.05.16.2007', '35.05.16', 'Desa Sambigede', '3505050007', 6),
('35.05.16.2008', '35.05.16', 'Desa Tawangrejo', '3505050010', 7),
('35.05.16.2009', '35.05.16', 'Desa Umbuldamar', '3505050009', 8),
('35.05.16.2010', '35.05.16', 'Desa Ngadri', '3505050006', 9),
('35.05.16.2011', '35.05.16', 'Desa Birowo', '3505050004', 10),
('35.05.16.2012', '35.05.16', 'Desa Sukorame', '3505050005', 11);
