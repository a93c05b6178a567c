ALTER TABLE `review_notes` ADD `from_place` integer;--> statement-breakpoint
ALTER TABLE `review_notes` ADD `taken_back_at` integer;