CREATE TABLE `__new_maintenance_windows` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`title` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`timezone` text NOT NULL,
	`servers` text NOT NULL,
	`announced_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ended_by` text
);
--> statement-breakpoint
INSERT INTO `__new_maintenance_windows`("id", "uid", "title", "start_at", "end_at", "timezone", "servers", "announced_at", "changed_at", "ended_by") SELECT "id", 'before-' || "id", "title", "start_at", "end_at", 'UTC', "servers", "start_at", "start_at", NULL FROM `maintenance_windows`;--> statement-breakpoint
DROP TABLE `maintenance_windows`;--> statement-breakpoint
ALTER TABLE `__new_maintenance_windows` RENAME TO `maintenance_windows`;--> statement-breakpoint
CREATE UNIQUE INDEX `maintenance_windows_uid_unique` ON `maintenance_windows` (`uid`);--> statement-breakpoint
CREATE INDEX `maintenance_windows_by_end` ON `maintenance_windows` (`end_at`);
