'use client';
// The next days of planned work, in its own zone and in UTC, once they were asked for.
import type { MaintenancePreview } from '@/lib/admin/panel/check-maintenance';
import { clockText, longDayText, zoneText } from '@/lib/core/words/format';
import { useFormState } from './panel-form';

export function MaintenanceDates() {
  const { result } = useFormState();
  if (!isPreview(result)) return null;
  const { spans, timezone, notes } = result;
  return (
    <section role="status" aria-label="The next dates" className="rounded-md bg-sunk px-4 py-3 text-sm">
      {spans.length === 0 ? (
        <p>It is past: nobody will see it.</p>
      ) : (
        <>
          <p className="font-semibold">{spans.length === 1 ? 'It will be' : `The next ${spans.length}`}</p>
          <ol>
            {spans.map(({ startAt, endAt }) => (
              <li key={startAt} className="py-1">
                {spanText(startAt, endAt, timezone)} <span className="text-soft">{zoneText(timezone)}</span>
                {timezone !== 'UTC' && <span className="block text-soft">{spanText(startAt, endAt, 'UTC')} UTC</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-1 text-soft">
          {note}.
        </p>
      ))}
    </section>
  );
}

/** "1 December 2026, 22:00 to 23:30", with the day of the end where it is another one. */
function spanText(startAt: number, endAt: number, timezone: string): string {
  const [from, to] = [longDayText(startAt, timezone), longDayText(endAt, timezone)];
  const end = from === to ? clockText(endAt, timezone) : `${to}, ${clockText(endAt, timezone)}`;
  return `${from}, ${clockText(startAt, timezone)} to ${end}`;
}

function isPreview(value: unknown): value is MaintenancePreview {
  return typeof value === 'object' && value !== null && 'spans' in value && 'timezone' in value;
}
