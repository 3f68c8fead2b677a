// Schemas of single values that stand in several answers of /api/v1.
import { z } from 'zod';
import { FAILURE_CODES, STAGES } from '@/lib/core/failure';

export const instant = z.iso.datetime({ precision: 3 }).describe('RFC 3339, UTC, milliseconds.');
export const milliseconds = z.int().min(0);
export const ratio = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe(
    'From 0 to 1, floored at the sixth decimal, so that 1 means no downtime at all; null when no time was judged.',
  );
export const stage = z.enum(STAGES).describe('Where a check broke, in the order in which they are walked.');
export const failureCode = z.enum(FAILURE_CODES).describe('What broke. Codes are added, never renamed.');
