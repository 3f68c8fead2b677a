// When a route repeats, escalates and waits, as the engine takes it: times of day become minutes after midnight.
import { type RouteSetting, WEEKDAYS } from '@/lib/config/settings/route-schema';
import type { AlertRoute } from '@/lib/core/alert/alert-route';

export interface TimesContext {
  /** Of the page. */
  timezone: string;
  /** Those that exist. */
  escalatedTo: readonly string[];
}

export function routeTimes(
  { repeat, escalate, quiet, digest }: RouteSetting,
  { timezone, escalatedTo }: TimesContext,
): Pick<AlertRoute, 'repeatMs' | 'escalate' | 'quiet' | 'digest'> {
  const digestTime = typeof digest === 'string' ? { at: digest } : digest;
  return {
    ...(repeat !== undefined && { repeatMs: repeat }),
    ...(escalate && escalatedTo.length > 0 && { escalate: { afterMs: escalate.after, to: escalatedTo } }),
    ...(quiet && {
      quiet: {
        from: minutesOf(quiet.from),
        to: minutesOf(quiet.to),
        timezone: quiet.timezone ?? timezone,
        days: (quiet.days ?? []).map((day) => WEEKDAYS.indexOf(day)),
        severities: quiet.severities ?? (['medium', 'low'] as const),
      },
    }),
    ...(digestTime && {
      digest: { at: minutesOf(digestTime.at), timezone, severities: digestTime.severities ?? (['low'] as const) },
    }),
  };
}

/** "22:30", as the schema let it pass. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return 60 * hours + minutes;
}
