// One month as a table of weeks: each day with its sign and its uptime, and the way to what happened on it.
import { Dot } from '@/app/ui/dot';
import { TONES } from '@/app/ui/tone';
import type { CalendarDay, CalendarView } from '@/lib/core/calendar-view';
import type { ShownStatus } from '@/lib/core/status/status';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { longDayText, monthText, uptimeFigure, weekdayText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

/** A Monday. */
const MONDAY_AT: UnixMs = Date.UTC(2026, 10, 2);

export function CalendarTable({ view }: { view: CalendarView }) {
  const { language } = view.page;
  const words = wordsOf(language);
  return (
    <table className="-mx-1 w-[calc(100%+0.5rem)] table-fixed border-separate border-spacing-1 text-[13px]">
      <caption className="sr-only">{words.calendar.caption(monthText(firstAt(view), 'UTC', language))}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            <th key={index} scope="col" className="px-1.5 text-left font-semibold text-soft sm:px-2">
              {weekdayText(MONDAY_AT + index * DAY_MS, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.days).map((week, row) => (
          <tr key={row}>
            {week.map((day, column) => (
              <td key={column} className="h-13 p-0 align-top sm:h-14">
                {day && <Day day={day} view={view} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CELL = 'block h-full rounded px-1.5 py-1.5 sm:px-2';

function Day({ day, view }: { day: CalendarDay; view: CalendarView }) {
  const { language } = view.page;
  const words = wordsOf(language);
  const number = new Date(day.startAt).getUTCDate();
  const isWatched = day.startAt + DAY_MS > view.knownSince && day.startAt <= view.generatedAt;
  if (!isWatched) return <span className={`${CELL} text-soft`}>{number}</span>;
  const look = lookOf(day);
  // What is seen is part of what is heard: "4", then " November 2026: Down, ", then "99.16".
  const restOfDate = longDayText(day.startAt, 'UTC', language).slice(String(number).length);
  const shown = (
    <>
      <span className="flex items-center justify-between gap-1">
        {number}
        <Dot status={look} />
      </span>
      <span className="sr-only">{`${restOfDate}: ${words.sentence.statuses[look]}, `}</span>
      {day.uptime === null ? (
        <span className="sr-only">{words.bars.noData}</span>
      ) : (
        <span className="text-[11px] text-soft sm:text-[13px]">{uptimeFigure(day.uptime, language)}</span>
      )}
    </>
  );
  const box = `${CELL} ${TONES[look].wash}`;
  if (day.troubled.length === 0) return <div className={box}>{shown}</div>;
  return (
    <a href={`#${dateOfDay(day)}`} className={`${box} font-semibold`}>
      {shown}
    </a>
  );
}

/** `2026-11-22`, also the name of the day's place on the page. */
export function dateOfDay({ startAt }: { startAt: UnixMs }): string {
  return new Date(startAt).toISOString().slice(0, 10);
}

function firstAt({ days }: CalendarView): UnixMs {
  return days[0]?.startAt ?? 0;
}

/** The worst of the day, however short. */
function lookOf({ ms, uptime }: CalendarDay): ShownStatus {
  if (ms.down > 0) return 'down';
  if (ms.degraded > 0) return 'degraded';
  if (ms.locked > 0) return 'locked';
  if (uptime !== null) return 'up';
  return ms.maintenance > 0 ? 'maintenance' : 'unknown';
}

/** Weeks begin on Monday; null where the month has not begun or is over. */
function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const [first] = days;
  if (!first) return [];
  const lead = (new Date(first.startAt).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const count = Math.ceil(cells.length / 7);
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => cells[row * 7 + column] ?? null),
  );
}
