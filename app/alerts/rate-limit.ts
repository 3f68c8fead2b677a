// Lets a key through so often in a minute. In memory, of one process: it guards the database, not a secret.
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

export function createRateLimit(perMinute: number): (key: string, now: UnixMs) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (key, now) => {
    const present = Math.floor(now / MINUTE_MS);
    if (present !== minute) counts.clear();
    minute = present;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perMinute;
  };
}
