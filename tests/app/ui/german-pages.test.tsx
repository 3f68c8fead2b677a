// Every public page in German, with every failure code, every change of a tool and every state in it: nothing that Rollcall
// says is left in English, and what would be is caught.
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { CalendarPage } from '@/app/ui/calendar-page';
import { IncidentMonthPage } from '@/app/ui/incident-month-page';
import { IncidentPage } from '@/app/ui/incident-page';
import { MessagePage } from '@/app/ui/message-page';
import { OverviewPage } from '@/app/ui/overview-page';
import { ServerPage } from '@/app/ui/server-page';
import { SubscribePage } from '@/app/ui/subscribe-page';
import type { ServerPageView } from '@/lib/core/server-page-view';
import { HOUR_MS } from '@/lib/core/time';
import { dayCards } from '@/lib/core/words/day-card';
import { wordsOf } from '@/lib/core/words/words';
import { badgeWish } from '@/lib/render/badge/badge-wish';
import { drawn } from '@/tests/drawn';
import { englishIn, SAID_IN_ENGLISH, shownText } from '@/tests/fixtures/english-leaks';
import {
  BROKEN,
  GERMAN,
  historyPages,
  INCIDENTS,
  NAMES,
  OVERVIEWS,
  pageOf,
  STATES,
} from '@/tests/fixtures/german-views';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import * as made from '@/tests/fixtures/views';

const { NOW, overview } = made;

/** All values, without the names of their fields. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([key]) => !FIELDS.has(key))
      .flatMap(([, part]) => textsOf(part));
  return typeof value === 'string' ? [value] : [];
}

/** Of a card, for programs. */
const FIELDS: ReadonlySet<string> = new Set(['layer', 'status', 'href']);

async function leaksOf(page: ReactNode): Promise<string[]> {
  return englishIn(shownText(await drawn(page), NAMES), 'de');
}

const server = (view: ServerPageView) => (
  <ServerPage view={view} publicUrl="https://status.example" badge={badgeWish(new URLSearchParams())} incidents={[]} />
);

describe('a German page says nothing in English:', () => {
  test.each(OVERVIEWS)('the overview "%s"', async (_, view) => {
    const days = view.servers.length === 0 ? [] : [{ date: '2026-11-22', incidents: INCIDENTS.slice(0, 4) }];
    const incidents = { generatedAt: NOW, page: GERMAN, current: INCIDENTS.slice(0, 12), days };
    expect(await leaksOf(<OverviewPage view={view} incidents={incidents} />)).toEqual([]);
  });

  test('the overview with every failure at every stage', async () => {
    const text = shownText(await drawn(<OverviewPage view={{ ...overview(BROKEN), page: GERMAN }} />), NAMES);
    expect(englishIn(text, 'de')).toEqual([]);
    expect(text).toContain('Keine Antwort innerhalb von 2,0 s');
  });

  test.each(STATES.map((view) => [view.title, view] as const))('the page of the server %s', async (_, view) => {
    expect(
      await leaksOf(server(pageOf(view, { isDelayed: true, maintenance: [maintenance('m1', { title: 'Umbau' })] }))),
    ).toEqual([]);
  });

  test('the outages and the changes of a server', async () => {
    for (const view of historyPages()) expect(await leaksOf(server(view))).toEqual([]);
  });

  test('an incident of every failure', async () => {
    for (const told of INCIDENTS) {
      expect(await leaksOf(<IncidentPage view={{ generatedAt: NOW, page: GERMAN, incident: told }} />)).toEqual([]);
    }
  });

  test('a month of incidents, and a quiet one', async () => {
    const month = { generatedAt: NOW, page: GERMAN, month: '2026-11', previous: '2026-10', next: '2026-12' };
    const days = [{ date: '2026-11-22', incidents: INCIDENTS }];
    expect(await leaksOf(<IncidentMonthPage view={{ ...month, days }} />)).toEqual([]);
    expect(await leaksOf(<IncidentMonthPage view={{ ...month, days: [] }} />)).toEqual([]);
  });

  test('the calendar, of all servers and of one, and the cards of its days', async () => {
    const chosen = {
      ...{
        generatedAt: NOW,
        page: GERMAN,
        maintenance: [maintenance('m1', { title: 'Umbau' })],
        incidents: INCIDENTS.slice(0, 3),
      },
      server: { slug: 'lager', title: 'lager', createdAt: made.warehouse.createdAt },
      days: made.warehouse.days,
      outages: historyPages().flatMap(({ outages }) => outages),
    };
    const days = made.warehouse.days.slice(-22).map((day) => ({
      ...day,
      troubled: [{ slug: 'lager', title: 'lager', ms: { down: HOUR_MS, degraded: HOUR_MS, locked: HOUR_MS } }],
    }));
    const view = {
      ...{ generatedAt: NOW, page: GERMAN, month: '2026-11', previous: '2026-10', next: null, days, uptime: 0.999 },
      ...{ servers: [{ slug: 'lager', title: 'lager' }], knownSince: made.warehouse.createdAt },
    };
    expect(await leaksOf(<CalendarPage view={{ ...view, chosen: null }} />)).toEqual([]);
    expect(await leaksOf(<CalendarPage view={{ ...view, chosen, uptime: null }} />)).toEqual([]);
    expect(englishIn(textsOf(dayCards(chosen)).join(' | '), 'de')).toEqual([]);
  });

  test('subscriptions, and a page that is not there', async () => {
    expect(await leaksOf(<SubscribePage page={GERMAN} publicUrl="https://status.example" />)).toEqual([]);
    const { notFound, notFoundHint } = wordsOf('de').errors;
    expect(
      await leaksOf(
        <MessagePage page={GERMAN} title={notFound}>
          {notFoundHint}
        </MessagePage>,
      ),
    ).toEqual([]);
  });
});

describe('what is left in English is caught:', () => {
  const german = <OverviewPage view={{ ...overview(STATES), page: GERMAN }} />;

  test('a whole page in English', async () => {
    expect((await leaksOf(<OverviewPage view={made.PAGES.mixed} />)).length).toBeGreaterThan(30);
  });

  test.each([
    ['one text of a table', <p key="1">{wordsOf('en').page.mayBeOld}</p>],
    ['one word of a table', <h2 key="2">{wordsOf('en').server.outages}</h2>],
    ['a name for those who hear it', <nav key="3" aria-label={wordsOf('en').page.pages} />],
    ['a sentence that is made', <p key="4">{wordsOf('en').outages.unstableNow(3)}</p>],
    [
      'what the prober said',
      <p key="5">
        {made.unreachable.title}: {SAID_IN_ENGLISH}
      </p>,
    ],
  ])('%s, planted into a German one', async (_, leak) => {
    expect(
      await leaksOf(
        <>
          {german}
          {leak}
        </>,
      ),
    ).not.toEqual([]);
  });
});
