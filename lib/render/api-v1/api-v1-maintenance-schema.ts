// The answer of /api/v1/maintenances as a zod schema: what is promised to readers.
import { z } from 'zod';
import { MAINTENANCE_PHASES } from '@/lib/core/history/maintenance';
import { instant } from './api-value-schemas';

/** GET /api/v1/maintenances */
export const maintenanceListSchema = z.strictObject({
  generatedAt: instant.describe('The newest fact in the answer.'),
  /** By their beginning. */
  maintenances: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      status: z.enum(MAINTENANCE_PHASES),
      startsAt: instant,
      endsAt: instant,
      timezone: z.string().describe('IANA name: the zone in which it was planned.'),
      endpoints: z.array(z.string()).nullable().describe('Slugs; null means all.'),
      announcedAt: instant,
      changedAt: instant,
    }),
  ),
});

export type MaintenanceListAnswer = z.infer<typeof maintenanceListSchema>;
