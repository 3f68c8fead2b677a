// Uptime over five spans, side by side; on hover and focus what each is made of. Needs no script.
import { TONES } from '@/app/ui/tone';
import type { SpanView } from '@/lib/core/server-page-view';
import { BOOKED_STATUSES, type BookedStatus } from '@/lib/core/status/status';
import { durationText, uptimeText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

/** Of these uptime is computed; the rest is shown and left out. */
const COUNTED: readonly BookedStatus[] = ['up', 'degraded', 'down'];

/** Three and two on a phone, five in a row above. */
const PLACES =
  'col-span-2 first:rounded-tl-md nth-3:rounded-tr-md nth-[n+4]:col-span-3 sm:col-span-1 sm:nth-[n+4]:col-span-1 nth-4:rounded-bl-md last:rounded-br-md sm:first:rounded-l-md sm:nth-3:rounded-none sm:nth-4:rounded-none sm:last:rounded-r-md';

const MADE_OF =
  'absolute top-full left-1/2 z-10 hidden w-60 -translate-x-1/2 rounded-md border border-hair bg-raised px-3 py-2 text-[13px] shadow-sm group-hover:block group-focus:block';
/** Below the middle of its tile, but never beyond the edge of the page. */
const MADE_OF_PLACES =
  'group-first:left-0 group-first:translate-x-0 group-last:right-0 group-last:left-auto group-last:translate-x-0 max-sm:group-nth-3:right-0 max-sm:group-nth-3:left-auto max-sm:group-nth-3:translate-x-0 max-sm:group-nth-4:left-0 max-sm:group-nth-4:translate-x-0';

export function UptimeTiles({ spans, language }: { spans: SpanView[]; language: Language }) {
  const words = wordsOf(language).server;
  return (
    <dl className="grid grid-cols-6 pt-px pl-px sm:grid-cols-5">
      {spans.map((view) => (
        <div
          key={view.span}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what a figure is made of shows on focus as it does on hover
          tabIndex={0}
          className={`group relative -mt-px -ml-px flex flex-col-reverse justify-end border border-hair px-3 py-3 sm:px-3.5 ${PLACES}`}
        >
          <dt className="text-[13px] text-soft">{words.spans[view.span]}</dt>
          <dd className="text-lg font-semibold tracking-[-0.01em] sm:text-xl">
            {view.uptime === null ? <NoFigure text={words.noData} /> : uptimeText(view.uptime, language)}
          </dd>
          <dd className={`${MADE_OF} ${MADE_OF_PLACES}`}>
            <Parts view={view} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Parts({ view: { ms }, language }: { view: SpanView; language: Language }) {
  const words = wordsOf(language).server;
  const parts = BOOKED_STATUSES.filter((status) => ms[status] > 0);
  if (parts.length === 0) return words.nothingBooked;
  return (
    <>
      <span className="text-soft">{words.madeOf}</span>
      <ul>
        {parts.map((status) => (
          <li key={status} className="flex justify-between gap-3">
            <span className={status === 'blind' ? 'text-soft' : TONES[status].text}>{words.times[status]}</span>
            <span>
              {durationText(ms[status], language)}
              {!COUNTED.includes(status) && <span className="text-soft">, {words.leftOut}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A dash for the eye; aloud a dash is nothing at all. */
function NoFigure({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </>
  );
}
