DROP TABLE `open_rooms`;--> statement-breakpoint
DROP TABLE `room_notices`;
--> statement-breakpoint
CREATE TABLE `agenda_item_documents` (
	`agenda_item_id` text NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`agenda_item_id`, `document_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agreements` (
	`document_id` text NOT NULL,
	`node_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`place` integer NOT NULL,
	`is_gone` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`document_id`, `node_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachments_by_subject` ON `attachments` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`forum_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`marked_by_person_id` text NOT NULL,
	PRIMARY KEY(`forum_id`, `person_id`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `carried_follow_ups` (
	`forum_id` text NOT NULL,
	`follow_up_id` text NOT NULL,
	`carried_at` integer NOT NULL,
	PRIMARY KEY(`forum_id`, `follow_up_id`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_ups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_locks` (
	`document_id` text NOT NULL,
	`container_id` text NOT NULL,
	`locked_by_person_id` text NOT NULL,
	`locked_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `container_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`locked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `follow_up_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`follow_up_id` text NOT NULL,
	`person_id` text NOT NULL,
	`village_id` text,
	`at` integer NOT NULL,
	`status` text,
	`text` text NOT NULL,
	`link` text,
	`attachment_id` text,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_ups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_up_reports_by_follow_up` ON `follow_up_reports` (`follow_up_id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`node_id` text NOT NULL,
	`position` integer NOT NULL,
	`activity` text NOT NULL,
	`responsible` text NOT NULL,
	`village_text` text NOT NULL,
	`village_id` text,
	`due_text` text NOT NULL,
	`due_date` text,
	`output` text NOT NULL,
	`place` integer NOT NULL,
	`is_gone` integer DEFAULT false NOT NULL,
	`status` text DEFAULT 'notStarted' NOT NULL,
	`replaces_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_by_document` ON `follow_ups` (`document_id`,`node_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_by_village` ON `follow_ups` (`village_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_by_replaced` ON `follow_ups` (`replaces_id`);--> statement-breakpoint
CREATE TABLE `open_rooms` (
	`room` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`author_person_id` text NOT NULL,
	`author_village_id` text,
	`text` text NOT NULL,
	`mentions` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replies_by_thread` ON `replies` (`thread_id`);--> statement-breakpoint
CREATE TABLE `room_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `room_notices_by_room` ON `room_notices` (`room`);--> statement-breakpoint
CREATE TABLE `thread_reads` (
	`person_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `thread_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`author_person_id` text NOT NULL,
	`author_village_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`suggestion` text,
	`quote` text NOT NULL,
	`container_id` text,
	`place` integer NOT NULL,
	`placement` text NOT NULL,
	`mentions` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`last_word_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by_person_id` text,
	`accepted_at` integer,
	`accepted_by_person_id` text,
	`removed_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `threads_by_document` ON `threads` (`document_id`);--> statement-breakpoint
ALTER TABLE `documents` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `projected_place` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `forums` ADD `chair_person_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `forums` ADD `leader_person_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `forums` ADD `lanes_are_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `sector` text;