// How long history is kept. What is kept by the day (uptime, outages, incidents, drift) stays for ever and has no key.
import { z } from 'zod';
import { DAY_MS } from '@/lib/core/time';
import { durationSchema } from './endpoint-settings-schema';

const YEARS_10_MS = 3_650 * DAY_MS;

export const retentionSchema = z
  .strictObject({
    checks: durationSchema('Single checks (default 14d).', { minMs: DAY_MS, maxMs: 400 * DAY_MS }).exactOptional(),
    hours: durationSchema('Counts and latencies by the hour (default 400d).', {
      minMs: 7 * DAY_MS,
      maxMs: YEARS_10_MS,
    }).exactOptional(),
    alerts: durationSchema('Alerts with what became of them on each channel (default 90d).', {
      minMs: 7 * DAY_MS,
      maxMs: YEARS_10_MS,
    }).exactOptional(),
  })
  .meta({ description: 'How long history is kept; days, outages, incidents and drift stay for ever.' });

/** Milliseconds; what is left out has its default. */
export type RetentionSettings = z.output<typeof retentionSchema>;
