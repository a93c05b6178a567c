CREATE TABLE `module_evaluations` (
	`document_id` text NOT NULL,
	`forum_id` text NOT NULL,
	`person_id` text NOT NULL,
	`village_id` text,
	`given_as` text NOT NULL,
	`clear` integer NOT NULL,
	`useful` integer NOT NULL,
	`fitting` integer NOT NULL,
	`applicable` integer NOT NULL,
	`word` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `forum_id`, `person_id`),
	FOREIGN KEY (`document_id`) REFERENCES `modules`(`document_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `module_uses` (
	`document_id` text NOT NULL,
	`forum_id` text NOT NULL,
	`place` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `forum_id`),
	FOREIGN KEY (`document_id`) REFERENCES `modules`(`document_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `module_writers` (
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`request` text NOT NULL,
	`asked_by_person_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `person_id`),
	FOREIGN KEY (`document_id`) REFERENCES `modules`(`document_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `modules` (
	`document_id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`status` text NOT NULL,
	`created_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `modules_by_district` ON `modules` (`district_id`);--> statement-breakpoint
CREATE TABLE `outcome_villages` (
	`document_id` text NOT NULL,
	`village_id` text NOT NULL,
	`marked_by_person_id` text NOT NULL,
	`marked_at` integer NOT NULL,
	`result` text,
	`result_at` integer,
	PRIMARY KEY(`document_id`, `village_id`),
	FOREIGN KEY (`document_id`) REFERENCES `outcomes`(`document_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
	`document_id` text PRIMARY KEY NOT NULL,
	`learnt` text NOT NULL,
	`agreement_document_id` text,
	`agreement_node_id` text,
	`decision` text NOT NULL,
	`written_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ask_again_at` integer NOT NULL,
	`result` text,
	`result_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcomes_by_asking` ON `outcomes` (`ask_again_at`);--> statement-breakpoint
ALTER TABLE `forums` ADD `kind` text DEFAULT 'forum' NOT NULL;