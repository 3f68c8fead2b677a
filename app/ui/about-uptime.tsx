// How the figures come about, and where they have holes: a number without its definition is a claim.
import { type Clock, Stretch } from '@/app/ui/moment';
import type { Span } from '@/lib/core/time';
import { countText, durationText } from '@/lib/core/words/format';

/** Older ones are in the sum only. */
const MOST_SPANS = 10;

export function AboutUptime() {
  return (
    <details id="uptime" className="mt-3 text-sm text-soft">
      <summary className="font-semibold">How uptime is computed</summary>
      <div className="mt-2 max-w-[42em] space-y-2">
        <p>
          Each server is called as an MCP client would call it: reach it, shake hands, list its tools; beside that its
          health URL is asked. Uptime is the share of judged time in which it answered: (up + degraded) ÷ (up + degraded
          + down).
        </p>
        <p>
          A server is down when several calls in a row have failed (three, unless set otherwise), counted from the first
          of them; a single lost call is no downtime. Time in maintenance, locked, paused or unknown, and time in which
          Rollcall itself did not run, is left out. Figures are rounded down, so 100% means no downtime at all. Days
          begin at midnight UTC.
        </p>
      </div>
    </details>
  );
}

export function BlindSpans({ spans, clock }: { spans: Span[]; clock: Clock }) {
  if (spans.length === 0) return null;
  const totalMs = spans.reduce((sum, span) => sum + span.endAt - span.startAt, 0);
  return (
    <details className="mt-3 text-sm text-soft">
      <summary className="font-semibold">
        Rollcall itself did not run for {durationText(totalMs)} of the last 90 days
      </summary>
      <div className="mt-2 max-w-[42em]">
        <p>
          What the servers did meanwhile is not known. Such time is hatched in the bars and counts neither for nor
          against them.
        </p>
        <ul className="mt-2">
          {spans.slice(0, MOST_SPANS).map((span) => (
            <li key={span.startAt}>
              <Stretch from={span.startAt} to={span.endAt} clock={clock} />
              {`, ${durationText(span.endAt - span.startAt)}`}
            </li>
          ))}
          {spans.length > MOST_SPANS && <li>and {countText(spans.length - MOST_SPANS, 'more gap')}</li>}
        </ul>
      </div>
    </details>
  );
}
