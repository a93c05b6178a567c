CREATE INDEX `audit_log_by_person` ON `audit_log` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_id` ON `sessions` (`id`);--> statement-breakpoint
CREATE INDEX `sign_in_links_by_creator` ON `sign_in_links` (`created_by_person_id`,`created_at`);