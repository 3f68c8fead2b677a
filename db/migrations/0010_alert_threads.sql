CREATE TABLE `digest_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`alert_id` integer NOT NULL,
	`channel` text NOT NULL,
	`dedup_key` text NOT NULL,
	`due_at` integer NOT NULL,
	`gathered_at` integer,
	FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_entries_by_alert` ON `digest_entries` (`alert_id`,`channel`);--> statement-breakpoint
CREATE INDEX `digest_entries_by_key` ON `digest_entries` (`dedup_key`);--> statement-breakpoint
CREATE INDEX `digest_entries_due` ON `digest_entries` (`due_at`) WHERE gathered_at is null;--> statement-breakpoint
CREATE TABLE `news` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`event` text NOT NULL,
	`endpoint_id` integer,
	`happening` text NOT NULL,
	`raised_at` integer NOT NULL,
	`thread_key` text,
	`settled_at` integer,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `news_by_endpoint` ON `news` (`endpoint_id`,`id`);--> statement-breakpoint
CREATE INDEX `news_by_key` ON `news` (`key`,`id`);--> statement-breakpoint
CREATE INDEX `news_by_thread` ON `news` (`thread_key`,`id`);--> statement-breakpoint
CREATE INDEX `news_waiting` ON `news` (`id`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `news_by_time` ON `news` (`raised_at`);--> statement-breakpoint
CREATE TABLE `threads` (
	`key` text PRIMARY KEY NOT NULL,
	`group_name` text,
	`opened_at` integer NOT NULL,
	`followed_up_at` integer,
	`ended_at` integer,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`snoozed_at` integer,
	`snoozed_until` integer,
	`snoozed_by` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `threads_open` ON `threads` (`opened_at`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `held_until` integer;