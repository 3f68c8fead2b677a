CREATE TABLE `alerts` (
	`id` integer PRIMARY KEY NOT NULL,
	`dedup_key` text NOT NULL,
	`event` text NOT NULL,
	`severity` text NOT NULL,
	`endpoint_id` integer,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `alerts_by_endpoint` ON `alerts` (`endpoint_id`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_by_key` ON `alerts` (`dedup_key`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_by_time` ON `alerts` (`created_at`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`alert_id` integer NOT NULL,
	`channel` text NOT NULL,
	`dedup_key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`first_attempt_at` integer,
	`next_attempt_at` integer NOT NULL,
	`claimed_until` integer,
	`last_code` text,
	`last_answer` text,
	`receipt` text,
	`delivered_at` integer,
	FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_by_alert` ON `deliveries` (`alert_id`,`channel`);--> statement-breakpoint
CREATE INDEX `deliveries_by_key` ON `deliveries` (`dedup_key`,`channel`);--> statement-breakpoint
CREATE INDEX `deliveries_pending` ON `deliveries` (`channel`,`dedup_key`,`id`) WHERE state = 'pending';