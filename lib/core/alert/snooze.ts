// For how long a trouble may be put off, and what is offered. Pure.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';

export const LONGEST_SNOOZE_MS = 7 * DAY_MS;

/** Offered to whoever follows a link; the first is the one that is chosen without a choice. */
export const SNOOZE_CHOICES_MS = [HOUR_MS, 15 * MINUTE_MS, 4 * HOUR_MS, DAY_MS] as const;
