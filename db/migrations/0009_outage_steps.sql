CREATE TABLE `network_losses` (
	`start_at` integer PRIMARY KEY NOT NULL,
	`found_at` integer NOT NULL,
	`end_at` integer,
	`server_count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outage_steps` (
	`outage_id` integer NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`stage` text,
	`code` text,
	`message` text,
	PRIMARY KEY(`outage_id`, `at`),
	FOREIGN KEY (`outage_id`) REFERENCES `outages`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `recent_changes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `reason_run` text;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `reached_at` integer;--> statement-breakpoint
ALTER TABLE `outages` ADD `worst` text DEFAULT 'down' NOT NULL;--> statement-breakpoint
ALTER TABLE `outages` ADD `is_unstable` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outages` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `outages` SET `worst` = `status`, `changed_at` = `started_at`;--> statement-breakpoint
INSERT INTO `outage_steps` SELECT `id`, `started_at`, `status`, `stage`, `code`, `message` FROM `outages`;
