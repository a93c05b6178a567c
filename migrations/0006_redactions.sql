CREATE TABLE `redactions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`status` text NOT NULL,
	`reason_kind` text NOT NULL,
	`reason` text NOT NULL,
	`pieces` text NOT NULL,
	`units` integer NOT NULL,
	`words` text,
	`submission_id` text,
	`leaves` text,
	`proposed_by_person_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by_person_id` text,
	`decided_at` integer,
	`rejection` text,
	`place` integer,
	`epoch` integer,
	`done_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redactions_by_document` ON `redactions` (`document_id`,`proposed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `redactions_under_way` ON `redactions` (`document_id`) WHERE status = 'confirmed';