CREATE TABLE `blind_spans` (
	`start_at` integer PRIMARY KEY NOT NULL,
	`end_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `catalogues` (
	`id` integer PRIMARY KEY NOT NULL,
	`endpoint_id` integer NOT NULL,
	`hash` text NOT NULL,
	`tools` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `catalogues_by_endpoint` ON `catalogues` (`endpoint_id`,`first_seen_at`);--> statement-breakpoint
CREATE TABLE `checks` (
	`endpoint_id` integer NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`stage` text,
	`code` text,
	`message` text,
	`latency_ms` integer,
	`reach_ms` integer,
	`handshake_ms` integer,
	`tools_ms` integer,
	`dependencies_ms` integer,
	`tool_count` integer,
	PRIMARY KEY(`endpoint_id`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dependencies` (
	`endpoint_id` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`message` text,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`endpoint_id`, `name`),
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `endpoint_states` (
	`endpoint_id` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`since` integer NOT NULL,
	`pending` text,
	`held` text NOT NULL,
	`booked_until` integer,
	`idle_since` integer,
	`idle_as` text,
	`reason_stage` text,
	`reason_code` text,
	`reason_message` text,
	`checked_at` integer,
	`verdict` text,
	`stage` text,
	`code` text,
	`message` text,
	`latency_ms` integer,
	`reach_ms` integer,
	`handshake_ms` integer,
	`tools_ms` integer,
	`dependencies_ms` integer,
	`dialect` text,
	`protocol_version` text,
	`server_name` text,
	`server_version` text,
	`tool_count` integer,
	`certificate_expires_at` integer,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `endpoints` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`group_name` text,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`source` text,
	`interval_ms` integer NOT NULL,
	`timeout_ms` integer NOT NULL,
	`confirm` integer NOT NULL,
	`recover` integer NOT NULL,
	`slow_after_ms` integer NOT NULL,
	`has_health` integer NOT NULL,
	`is_health_public` integer NOT NULL,
	`is_hidden` integer NOT NULL,
	`is_paused` integer NOT NULL,
	`problem` text,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	`next_check_at` integer NOT NULL,
	`claimed_until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endpoints_slug_unique` ON `endpoints` (`slug`);--> statement-breakpoint
CREATE INDEX `endpoints_due` ON `endpoints` (`next_check_at`);--> statement-breakpoint
CREATE TABLE `maintenance_windows` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`servers` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `maintenance_windows_by_end` ON `maintenance_windows` (`end_at`);--> statement-breakpoint
CREATE TABLE `outages` (
	`id` integer PRIMARY KEY NOT NULL,
	`endpoint_id` integer NOT NULL,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`confirmed_at` integer NOT NULL,
	`ended_at` integer,
	`stage` text,
	`code` text,
	`message` text NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outages_by_endpoint` ON `outages` (`endpoint_id`,`started_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `outages_open` ON `outages` (`endpoint_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `rollups` (
	`endpoint_id` integer NOT NULL,
	`grain` text NOT NULL,
	`bucket_at` integer NOT NULL,
	`up_ms` integer NOT NULL,
	`degraded_ms` integer NOT NULL,
	`down_ms` integer NOT NULL,
	`locked_ms` integer NOT NULL,
	`unknown_ms` integer NOT NULL,
	`maintenance_ms` integer NOT NULL,
	`paused_ms` integer NOT NULL,
	`blind_ms` integer NOT NULL,
	`up_checks` integer NOT NULL,
	`degraded_checks` integer NOT NULL,
	`down_checks` integer NOT NULL,
	`locked_checks` integer NOT NULL,
	`latency` blob,
	PRIMARY KEY(`endpoint_id`, `grain`, `bucket_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
