CREATE TABLE `dependency_days` (
	`endpoint_id` integer NOT NULL,
	`day_at` integer NOT NULL,
	`name` text NOT NULL,
	`ok_ms` integer NOT NULL,
	`degraded_ms` integer NOT NULL,
	`failed_ms` integer NOT NULL,
	`unknown_ms` integer NOT NULL,
	`maintenance_ms` integer NOT NULL,
	PRIMARY KEY(`endpoint_id`, `day_at`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `stage_latencies` (
	`endpoint_id` integer NOT NULL,
	`grain` text NOT NULL,
	`bucket_at` integer NOT NULL,
	`reach` blob,
	`handshake` blob,
	`tools` blob,
	PRIMARY KEY(`endpoint_id`, `grain`, `bucket_at`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `resource_count` integer;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `prompt_count` integer;--> statement-breakpoint
ALTER TABLE `endpoints` ADD `public_url` text;