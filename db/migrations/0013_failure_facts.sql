ALTER TABLE `endpoint_states` ADD `reason_facts` text;--> statement-breakpoint
ALTER TABLE `endpoint_states` ADD `facts` text;--> statement-breakpoint
ALTER TABLE `endpoints` ADD `unset_variables` text;--> statement-breakpoint
ALTER TABLE `outage_steps` ADD `facts` text;--> statement-breakpoint
ALTER TABLE `outages` ADD `facts` text;