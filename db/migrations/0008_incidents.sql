CREATE TABLE `incident_outages` (
	`incident_id` integer NOT NULL,
	`outage_id` integer NOT NULL,
	`endpoint_id` integer NOT NULL,
	`status` text NOT NULL,
	`stage` text,
	`code` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`incident_id`, `outage_id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`outage_id`) REFERENCES `outages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `incident_outages_by_outage` ON `incident_outages` (`outage_id`);--> statement-breakpoint
CREATE INDEX `incident_outages_open` ON `incident_outages` (`endpoint_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `incident_servers` (
	`incident_id` integer NOT NULL,
	`endpoint_id` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`incident_id`, `endpoint_id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `incident_servers_by_endpoint` ON `incident_servers` (`endpoint_id`);--> statement-breakpoint
CREATE TABLE `incident_updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`incident_id` integer NOT NULL,
	`status` text NOT NULL,
	`body` text,
	`note` text,
	`servers` text NOT NULL,
	`display_at` integer NOT NULL,
	`author_kind` text NOT NULL,
	`author_name` text,
	`actor` text,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`edited_by` text,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `incident_updates_by_incident` ON `incident_updates` (`incident_id`,`display_at`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text,
	`status` text NOT NULL,
	`impact` text NOT NULL,
	`origin` text NOT NULL,
	`started_at` integer NOT NULL,
	`resolved_at` integer,
	`taken_over_at` integer,
	`taken_over_by` text,
	`is_hidden` integer DEFAULT false NOT NULL,
	`merged_into_id` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`merged_into_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incidents_by_start` ON `incidents` (`started_at`);--> statement-breakpoint
CREATE INDEX `incidents_unresolved` ON `incidents` (`started_at`) WHERE resolved_at is null;