CREATE TABLE `practice_adoptions` (
	`practice_id` text NOT NULL,
	`village_id` text NOT NULL,
	`changes` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `village_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`village_id` text NOT NULL,
	`theme` text NOT NULL,
	`title` text NOT NULL,
	`situation` text NOT NULL,
	`deed` text NOT NULL,
	`cost` text NOT NULL,
	`result` text NOT NULL,
	`contact_office` text NOT NULL,
	`shared_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shared_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practices_by_district` ON `practices` (`district_id`);--> statement-breakpoint
CREATE TABLE `announcement_reads` (
	`announcement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`announcement_id`, `person_id`),
	FOREIGN KEY (`announcement_id`) REFERENCES `announcements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`made_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `announcements_by_district` ON `announcements` (`district_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`author_person_id` text NOT NULL,
	`village_id` text,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_by_question` ON `answers` (`question_id`);--> statement-breakpoint
CREATE TABLE `experiences` (
	`person_id` text NOT NULL,
	`theme` text NOT NULL,
	PRIMARY KEY(`person_id`, `theme`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`theme` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`asked_by_person_id` text NOT NULL,
	`village_id` text,
	`is_hidden` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`standing_answer_id` text,
	`regulation_id` text,
	`document_id` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`regulation_id`) REFERENCES `regulations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_by_district` ON `questions` (`district_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `regulation_citations` (
	`document_id` text NOT NULL,
	`regulation_id` text NOT NULL,
	PRIMARY KEY(`document_id`, `regulation_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `regulation_citations_by_regulation` ON `regulation_citations` (`regulation_id`);--> statement-breakpoint
CREATE TABLE `regulations` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`about` text NOT NULL,
	`in_force_since` text,
	`withdrawn_on` text,
	`replaced_by_id` text,
	`is_confirmed` integer DEFAULT false NOT NULL,
	`regulation_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `regulations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regulations_by_key` ON `regulations` (`district_id`,`regulation_key`);--> statement-breakpoint
CREATE INDEX `regulations_by_replacement` ON `regulations` (`replaced_by_id`);