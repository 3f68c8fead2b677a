// Since when a machine-readable answer has been what it is. It stands in the answer instead of the present time, so
// that the same facts always make the same bytes and one ETag.
import { startOfHour, type UnixMs } from '@/lib/core/time';
import type { ServerView } from '@/lib/core/view';

/**
 * The newest thing known: a check, a change of status, or the turn of the hour, which moves the windows that uptime
 * is counted over. Never later than `now`, never more than an hour before it.
 */
export function changedAt(servers: readonly Pick<ServerView, 'checkedAt' | 'since'>[], now: UnixMs): UnixMs {
  const known = servers.flatMap(({ checkedAt, since }) => [checkedAt ?? 0, since ?? 0]);
  return Math.min(now, Math.max(startOfHour(now), ...known));
}
