CREATE TABLE `audit_log` (
	`district_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`roles` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`forum_id` text,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`district_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_chain` ON `audit_log` (`previous_hash`);--> statement-breakpoint
CREATE TABLE `district_settings` (
	`district_id` text PRIMARY KEY NOT NULL,
	`inspectorate_sees` integer DEFAULT false NOT NULL,
	`privacy_contact` text,
	`privacy_basis` text,
	`retention_years` integer,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_masks` (
	`document_id` text NOT NULL,
	`kind` text NOT NULL,
	`real_id` text NOT NULL,
	`mask_id` text NOT NULL,
	`number` integer NOT NULL,
	`colour` integer NOT NULL,
	PRIMARY KEY(`document_id`, `kind`, `real_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_masks_by_number` ON `document_masks` (`document_id`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `forum_doors` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`created_by_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `open_rooms` (
	`document_id` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`device` text,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkeys_by_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `room_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `room_notices_by_document` ON `room_notices` (`document_id`);--> statement-breakpoint
CREATE TABLE `waiting_devices` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`code_hash` text,
	`forum_id` text,
	`village_id` text,
	`said_name` text,
	`device` text,
	`is_shared` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`person_id` text,
	`confirmed_by_person_id` text,
	`refused_at` integer,
	`used_at` integer,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_devices_by_code` ON `waiting_devices` (`code_hash`);--> statement-breakpoint
CREATE INDEX `waiting_devices_by_forum` ON `waiting_devices` (`forum_id`);--> statement-breakpoint
ALTER TABLE `documents` ADD `is_unnamed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `people` ADD `person_key` text;--> statement-breakpoint
ALTER TABLE `people` ADD `notice_seen_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `removed_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_key` ON `people` (`district_id`,`person_key`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `sessions` SET `id` = lower(hex(randomblob(16)));--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `is_shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `opened_by` text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in_links` ADD `kind` text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in_links` ADD `created_by_person_id` text;--> statement-breakpoint
ALTER TABLE `sign_in_links` ADD `revoked_at` integer;--> statement-breakpoint
CREATE INDEX `sign_in_links_by_person` ON `sign_in_links` (`person_id`);--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps` BEFORE UPDATE ON `audit_log` BEGIN
	SELECT RAISE(ABORT, 'the audit log is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_log_forgets_nothing` BEFORE DELETE ON `audit_log` BEGIN
	SELECT RAISE(ABORT, 'the audit log is append-only');
END;
