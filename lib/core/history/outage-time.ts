// How long an outage was what: its steps as stretches of time. Uptime that is worked out from outages comes from these, not
// from their bounds, since an unstable one lasts over good time. Pure.
import type { Verdict } from '@/lib/core/status/verdict';
import type { Span, UnixMs } from '@/lib/core/time';

export interface OutageSpan extends Span {
  status: Verdict;
}

/** `steps`: oldest first, the first at the start. `untilAt`: its end, or now while it lasts. */
export function outageSpans(steps: readonly { at: UnixMs; status: Verdict }[], untilAt: UnixMs): OutageSpan[] {
  return steps.flatMap(({ at, status }, index): OutageSpan[] => {
    const endAt = Math.min(steps[index + 1]?.at ?? untilAt, untilAt);
    return endAt > at ? [{ startAt: at, endAt, status }] : [];
  });
}
