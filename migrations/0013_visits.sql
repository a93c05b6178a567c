CREATE TABLE `visits` (
	`person_id` text PRIMARY KEY NOT NULL,
	`since` integer,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
