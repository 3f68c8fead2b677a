CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`endpoint_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`dedup_key` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_dedup_key_unique` ON `events` (`dedup_key`);--> statement-breakpoint
CREATE INDEX `events_by_kind` ON `events` (`endpoint_id`,`kind`,`at`);--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `has_credential` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `credential_expires_at` integer;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `last_accepted_at` integer;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `rejected_since` integer;