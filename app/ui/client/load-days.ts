// Fetches the day cards of a server when somebody looks at a day, once as long as the page shown is the same.
import type { DayCard } from '@/lib/core/day-view';

const GIVE_UP_MS = 5_000;

/** Null when Rollcall did not answer. */
export async function loadDays(slug: string): Promise<DayCard[] | null> {
  try {
    const answer = await fetch(`/servers/${encodeURIComponent(slug)}/days.json`, {
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
