CREATE TABLE `survey_answers` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`village_id` text,
	`is_late` integer NOT NULL,
	`answers` text NOT NULL,
	`release` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_answers_by_survey` ON `survey_answers` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_participations` (
	`survey_id` text NOT NULL,
	`respondent_id` text NOT NULL,
	`village_id` text NOT NULL,
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`sent_at` integer NOT NULL,
	`is_late` integer NOT NULL,
	`release` integer,
	PRIMARY KEY(`survey_id`, `respondent_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_participations_by_village` ON `survey_participations` (`village_id`);--> statement-breakpoint
CREATE TABLE `survey_villages` (
	`survey_id` text NOT NULL,
	`village_id` text NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`survey_id`, `village_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`series_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`intro` text NOT NULL,
	`unit` text NOT NULL,
	`openness` text NOT NULL,
	`questions` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `surveys_by_district` ON `surveys` (`district_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_by_version` ON `surveys` (`series_id`,`version`);