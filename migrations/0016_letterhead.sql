CREATE TABLE `letterheads` (
	`district_id` text PRIMARY KEY NOT NULL,
	`government` text DEFAULT '' NOT NULL,
	`office` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`emblem_id` text,
	`emblem_type` text,
	`emblem_bytes` integer,
	`emblem_sha256` text,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
);
