CREATE TABLE `priority_ballots` (
	`vote_id` text NOT NULL,
	`village_id` text NOT NULL,
	`problem_ids` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`vote_id`, `village_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `priority_votes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `priority_vote_villages` (
	`vote_id` text NOT NULL,
	`village_id` text NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`vote_id`, `village_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `priority_votes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `priority_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`title` text NOT NULL,
	`choices` integer NOT NULL,
	`is_open_vote` integer NOT NULL,
	`problem_ids` text NOT NULL,
	`opened_by_person_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `priority_votes_by_district` ON `priority_votes` (`district_id`);--> statement-breakpoint
CREATE TABLE `problem_merges` (
	`problem_id` text NOT NULL,
	`into_id` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`problem_id`, `into_id`),
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `problem_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`kind` text NOT NULL,
	`survey_id` text,
	`question_id` text,
	`choice_id` text,
	`document_id` text,
	`thread_id` text,
	`added_by_person_id` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problem_sources_by_problem` ON `problem_sources` (`problem_id`);--> statement-breakpoint
CREATE INDEX `problem_sources_by_document` ON `problem_sources` (`document_id`);--> statement-breakpoint
CREATE TABLE `problem_villages` (
	`source_id` text NOT NULL,
	`village_id` text NOT NULL,
	PRIMARY KEY(`source_id`, `village_id`),
	FOREIGN KEY (`source_id`) REFERENCES `problem_sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`district_id` text NOT NULL,
	`theme` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`urgency` integer NOT NULL,
	`impact` integer NOT NULL,
	`frequency` integer NOT NULL,
	`made_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`merged_into_id` text,
	`set_aside_at` integer,
	`set_aside_by_person_id` text,
	`separated_at` integer,
	`separated_by_person_id` text,
	`document_id` text,
	`module_id` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_aside_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`separated_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problems_by_district` ON `problems` (`district_id`);--> statement-breakpoint
CREATE INDEX `problems_by_merged` ON `problems` (`merged_into_id`);