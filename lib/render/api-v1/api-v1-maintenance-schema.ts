// The answer of /api/v1/maintenances as a zod schema: what is promised to readers.
import { z } from 'zod';
import { MAINTENANCE_PHASES } from '@/lib/core/history/maintenance';
import { instant } from './api-value-schemas';

/** GET /api/v1/maintenances */
export const maintenanceListSchema = z.strictObject({
  /** The newest fact in the answer. */
  generatedAt: instant,
  /** By their beginning. */
  maintenances: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      status: z.enum(MAINTENANCE_PHASES),
      startsAt: instant,
      endsAt: instant,
      /** IANA name: the zone in which it was planned. */
      timezone: z.string(),
      /** Slugs; null means all. */
      endpoints: z.array(z.string()).nullable(),
      announcedAt: instant,
      changedAt: instant,
    }),
  ),
});

export type MaintenanceListAnswer = z.infer<typeof maintenanceListSchema>;
