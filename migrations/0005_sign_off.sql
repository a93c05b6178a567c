CREATE TABLE `review_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`version_id` text,
	`place` integer NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_notes_by_document` ON `review_notes` (`document_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`document_id` text NOT NULL,
	`place` integer NOT NULL,
	`person_id` text NOT NULL,
	`position` text NOT NULL,
	`office` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `person_id`, `place`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`place` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`person_id` text NOT NULL,
	`position` text NOT NULL,
	`office` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_offs_by_document` ON `sign_offs` (`document_id`);--> statement-breakpoint
CREATE INDEX `sign_offs_by_fingerprint` ON `sign_offs` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`place` integer NOT NULL,
	`schema_version` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`salts` text NOT NULL,
	`head` text NOT NULL,
	`attendance` text NOT NULL,
	`attachments` text NOT NULL,
	`submitted_by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`returned_at` integer,
	`returned_by_person_id` text,
	`return_reason` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`returned_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submissions_by_document` ON `submissions` (`document_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_current` ON `submissions` (`document_id`) WHERE returned_at is null;--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `versions_by_document` ON `versions` (`document_id`,`place`);--> statement-breakpoint
CREATE TABLE `village_answers` (
	`submission_id` text NOT NULL,
	`village_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `village_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `documents` ADD `corrects_document_id` text REFERENCES documents(id);--> statement-breakpoint
CREATE INDEX `documents_by_corrected` ON `documents` (`corrects_document_id`);