CREATE TABLE `transcripts` (
	`endpoint_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`failure` text,
	`lines` text NOT NULL,
	`stderr_tail` text,
	`challenge` text,
	PRIMARY KEY(`endpoint_id`, `kind`),
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
