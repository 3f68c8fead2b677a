CREATE TABLE `drifts` (
	`id` integer PRIMARY KEY NOT NULL,
	`endpoint_id` integer NOT NULL,
	`at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`seen_count` integer NOT NULL,
	`from_catalogue_id` integer,
	`to_catalogue_id` integer,
	`kind` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`changes` text NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`to_catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `drifts_by_endpoint` ON `drifts` (`endpoint_id`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `drifts_by_from` ON `drifts` (`from_catalogue_id`);--> statement-breakpoint
CREATE INDEX `drifts_by_to` ON `drifts` (`to_catalogue_id`);--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `catalogue_id` integer REFERENCES catalogues(id);--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `catalogue_since` integer;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `baseline_catalogue_id` integer REFERENCES catalogues(id);--> statement-breakpoint
-- By hand: what was listed last is the present list, and the baseline, since nothing is known of how it came about.
UPDATE `endpoint_states` SET
	(`catalogue_id`, `catalogue_since`, `baseline_catalogue_id`) = (
		SELECT `id`, `first_seen_at`, `id` FROM `catalogues`
		WHERE `catalogues`.`endpoint_id` = `endpoint_states`.`endpoint_id`
		ORDER BY `first_seen_at` DESC, `id` DESC LIMIT 1
	);
