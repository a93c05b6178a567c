CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_by_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `citizen_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	`status` text NOT NULL,
	`shown_text` text NOT NULL,
	`answer` text NOT NULL,
	`is_public` integer NOT NULL,
	`answered_by_person_id` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citizen_questions_by_forum` ON `citizen_questions` (`forum_id`,`status`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`document_id` text,
	`forum_id` text,
	`edition` integer NOT NULL,
	`place` integer,
	`digest` text NOT NULL,
	`content` text,
	`published_by_person_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by_person_id` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_by_subject` ON `publications` (`kind`,`subject_id`,`edition`);--> statement-breakpoint
CREATE INDEX `publications_by_forum` ON `publications` (`forum_id`);--> statement-breakpoint
CREATE INDEX `publications_by_document` ON `publications` (`document_id`);--> statement-breakpoint
ALTER TABLE `forums` ADD `revision` integer DEFAULT 0 NOT NULL;