// What /health names, each with its own state and its own 90 days. The error text is shown only where the configuration
// made it public. Needs <BarPatterns/> once on the page.
import { BarDrawing } from '@/app/ui/day-bars';
import { Dot } from '@/app/ui/dot';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import { barsLabel } from '@/lib/core/drawing/bars';
import type { DependencyState } from '@/lib/core/outcome';
import type { DependencyHistory } from '@/lib/core/server-page-view';
import { BOOKED_STATUSES, type ShownStatus } from '@/lib/core/status/status';
import type { DependencyView } from '@/lib/core/view';
import { uptimeText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

const LOOKS: Record<DependencyState, ShownStatus> = {
  ok: 'up',
  degraded: 'degraded',
  failed: 'down',
  unknown: 'unknown',
};

/** What fails is read first. */
const ORDER: readonly DependencyState[] = ['failed', 'degraded', 'unknown', 'ok'];

interface DependencyListProps {
  dependencies: DependencyView[];
  history: DependencyHistory[];
  clock: Clock;
}

export function DependencyList({ dependencies, history, clock }: DependencyListProps) {
  const words = wordsOf(clock.language).server;
  const worstFirst = dependencies.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const byName = new Map(history.map((entry) => [entry.name, entry]));
  return (
    <ul aria-label={words.dependenciesCaption} className="text-sm">
      {worstFirst.map((dependency) => (
        <li key={dependency.name} className="border-t border-hair py-2.5">
          <Present dependency={dependency} clock={clock} uptime={byName.get(dependency.name)?.uptime ?? null} />
          <History entry={byName.get(dependency.name)} clock={clock} />
        </li>
      ))}
    </ul>
  );
}

interface PresentProps {
  dependency: DependencyView;
  uptime: number | null;
  clock: Clock;
}

function Present({ dependency: { name, state, since, message }, uptime, clock }: PresentProps) {
  const words = wordsOf(clock.language).server;
  const look = LOOKS[state];
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <p className="min-w-0 wrap-anywhere">
        <Foreign text={name} maxLength={80} />
      </p>
      <p className="text-soft">
        <span
          className={`inline-flex items-center gap-2 ${state === 'ok' ? 'text-ink' : `font-semibold ${TONES[look].text}`}`}
        >
          <Dot status={look} />
          {words.dependencyStates[state]}
        </span>{' '}
        {words.since}
        <Moment at={since} clock={clock} />
        {uptime !== null && <span> · {uptimeText(uptime, clock.language)}</span>}
      </p>
      {message && (
        <p className="basis-full text-soft">
          <Foreign text={message} />
        </p>
      )}
    </div>
  );
}

/** Nothing before the first booked day: a name that was heard a minute ago has no past. */
function History({ entry, clock }: { entry: DependencyHistory | undefined; clock: Clock }) {
  const first = entry?.days.find(({ ms }) => BOOKED_STATUSES.some((status) => ms[status] > 0));
  if (!entry || !first) return null;
  const bars = { days: entry.days, now: clock.now, createdAt: first.startAt };
  return (
    <div
      role="img"
      aria-label={barsLabel(bars, entry.uptime, clock.language)}
      className="mt-1.5 overflow-hidden [&>svg]:h-5"
    >
      <BarDrawing bars={bars} />
    </div>
  );
}
