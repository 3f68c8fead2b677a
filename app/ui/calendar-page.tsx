// The calendar of uptime as a picture of one view: choose a server, walk the months, read what happened on a day.
import { CalendarTable, dateOfDay } from '@/app/ui/calendar-table';
import { Foot } from '@/app/ui/foot';
import { clockOf } from '@/app/ui/moment';
import { PageFrame } from '@/app/ui/page-frame';
import { PageTitle } from '@/app/ui/page-title';
import { TONES } from '@/app/ui/tone';
import type { CalendarView, TroubledServer } from '@/lib/core/calendar-view';
import type { DayCard } from '@/lib/core/day-view';
import { noonOfMonth } from '@/lib/core/incident/incident-days';
import { dayCards } from '@/lib/core/words/day-card';
import { durationText, longDayText, monthText, uptimeText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

export function CalendarPage({ view }: { view: CalendarView }) {
  const { page, chosen, month, uptime } = view;
  const { language } = page;
  const words = wordsOf(language).calendar;
  const name = monthText(noonOfMonth(month), 'UTC', language);
  return (
    <PageFrame page={page} at="uptime" foot={<Foot clock={clockOf(view)} />}>
      <PageTitle>{chosen ? words.titleOf(chosen.server.title) : words.title}</PageTitle>
      <Servers view={view} />
      <div className="mt-8 mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-[17px] font-semibold">
          {uptime === null ? words.noFigure(name) : words.ofMonth(name, uptimeText(uptime, language, 3))}
        </h2>
        <Months view={view} />
      </div>
      <CalendarTable view={view} />
      <p className="mt-2 text-[13px] text-soft">{words.utc}</p>
      <Troubles view={view} />
    </PageFrame>
  );
}

/** More would push the month out of sight. */
const UNFOLDED = 24;

function Servers({ view }: { view: CalendarView }) {
  const { servers, chosen, page } = view;
  const words = wordsOf(page.language).calendar;
  if (servers.length <= UNFOLDED) return <ServerLinks view={view} />;
  return (
    <details className="text-sm">
      <summary className="py-1">
        <span className="text-soft">{words.chooseServer}: </span>
        <span className="font-semibold wrap-anywhere">{chosen?.server.title ?? words.all}</span>
      </summary>
      <ServerLinks view={view} />
    </details>
  );
}

function ServerLinks({ view: { servers, chosen, month, page } }: { view: CalendarView }) {
  const words = wordsOf(page.language).calendar;
  const choices = [{ slug: null, title: words.all }, ...servers];
  return (
    <nav aria-label={words.chooseServer} className="text-sm">
      <ul className="flex flex-wrap gap-x-4">
        {choices.map(({ slug, title }) => {
          const isChosen = slug === (chosen?.server.slug ?? null);
          return (
            <li key={slug} className="wrap-anywhere">
              <a
                href={addressOf(slug, month)}
                aria-current={isChosen ? 'page' : undefined}
                className={`inline-block py-1 ${isChosen ? 'font-semibold underline underline-offset-4' : 'text-soft'}`}
              >
                {title}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Months({ view: { previous, next, chosen, page } }: { view: CalendarView }) {
  const words = wordsOf(page.language).calendar;
  const slug = chosen?.server.slug ?? null;
  const name = (month: string) => monthText(noonOfMonth(month), 'UTC', page.language);
  return (
    <nav aria-label={words.months} className="flex gap-4 text-sm">
      {previous && (
        <a href={addressOf(slug, previous)} rel="prev" className="underline underline-offset-3">
          {words.previous(name(previous))}
        </a>
      )}
      {next && (
        <a href={addressOf(slug, next)} rel="next" className="underline underline-offset-3">
          {words.next(name(next))}
        </a>
      )}
    </nav>
  );
}

function Troubles({ view }: { view: CalendarView }) {
  const { language } = view.page;
  const words = wordsOf(language).calendar;
  const troubled = view.days.filter((day) => day.troubled.length > 0).reverse();
  const cards = new Map((view.chosen ? dayCards(view.chosen) : []).map((card) => [card.date, card]));
  return (
    <section className="mt-10">
      <h2 className="mb-2.5 text-[17px] font-semibold">{words.troubled}</h2>
      {troubled.length === 0 && <p className="border-t border-hair pt-2 text-sm text-soft">{words.quiet}</p>}
      <ol className="text-sm">
        {troubled.map((day) => {
          const date = dateOfDay(day);
          const card = cards.get(date);
          return (
            <li key={date} id={date} className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[11rem_1fr]">
              <h3 className="font-semibold">{longDayText(day.startAt, 'UTC', language)}</h3>
              {card ? (
                <OfDay card={card} />
              ) : (
                <OfServers servers={day.troubled} month={view.month} language={language} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** One server on one day. */
function OfDay({ card }: { card: DayCard }) {
  return (
    <div className="wrap-anywhere">
      <p>{[card.uptime, ...card.parts.map(({ text }) => text)].filter(Boolean).join(' · ')}</p>
      <ul className="mt-1 space-y-1">
        {card.outages.map(({ status, when, what }, index) => (
          <li key={index}>
            <span className={`font-semibold ${TONES[status].text}`}>{when}</span> <bdi>{what}</bdi>
          </li>
        ))}
        {card.more && <li className="text-soft">{card.more}</li>}
        {card.notes.map(({ text, href }, index) => (
          <li key={`note ${index}`}>{href === null ? <bdi>{text}</bdi> : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

interface OfServersProps {
  servers: TroubledServer[];
  month: string;
  language: Language;
}

/** All servers on one day. */
function OfServers({ servers, month, language }: OfServersProps) {
  const words = wordsOf(language).calendar;
  return (
    <ul className="space-y-1">
      {servers.map(({ slug, title, ms }) => (
        <li key={slug} className="wrap-anywhere">
          <a href={addressOf(slug, month)} className="font-semibold">
            {title}
          </a>
          {': '}
          {(['down', 'degraded', 'locked'] as const)
            .filter((status) => ms[status] > 0)
            .map((status) => words[status](durationText(ms[status], language)))
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}

function addressOf(slug: string | null, month: string): string {
  return `/uptime?${slug === null ? '' : `server=${slug}&`}month=${month}`;
}
