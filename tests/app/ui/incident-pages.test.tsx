// What visitors see of incidents, drawn from real outages and what people wrote of them.

import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { IncidentMonthPage } from '@/app/ui/incident-month-page';
import { IncidentPage } from '@/app/ui/incident-page';
import { OverviewPage } from '@/app/ui/overview-page';
import type { Db } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { resolveIncident } from '@/lib/admin/incident/resolve-incident';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readIncident, readIncidentMonth, readIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { memoryDb } from '@/tests/database';
import { drawn } from '@/tests/drawn';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { storeBeat } from '@/tests/fixtures/stored-endpoints';
import { storeIncident } from '@/tests/fixtures/stored-incidents';
import { enrollAll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const NOW = START + 30 * MINUTE_MS;
const ADA = person('Ada Secret');

let db: Db;

beforeEach(() => {
  db = memoryDb();
  storeBeat(db, NOW);
  const [roll] = enrollAll(db, START, [{ slug: 'warehouse', title: 'Warehouse <b>' }, { slug: 'wiki' }]);
  for (const [minute, outcome] of [answered(), failed(), failed(), failed()].entries()) {
    roll?.visit(START + minute * MINUTE_MS, outcome);
  }
});

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const home = () => drawn(<OverviewPage view={readOverview(NOW, db)} incidents={readIncidents(NOW, db)} />);

function page(id: number): string {
  const found = readIncident(String(id), NOW, db);
  if (!found || found.isMerged) throw new Error(`incident ${id} is not shown`);
  return renderToStaticMarkup(<IncidentPage view={found.view} />);
}

describe('the status page', () => {
  it('tells a suspected incident in a card with its address, in place of the card of its server', async () => {
    const html = await home();
    expect(html).toContain('href="/incidents/1"');
    expect(text(html)).toContain('Suspected · Major impact · 13:01 (29 minutes so far) · Warehouse &lt;b&gt;');
    expect(text(html)).toContain('nobody has looked into it yet');
    // Once in the incident, once in the row of the server: no second card.
    expect(html.match(/Cannot be reached: connection refused/g)).toHaveLength(2);
    expect(html).not.toContain('<b>');
  });

  it('lists fourteen days, quiet ones included, and says so of today only when today is quiet', async () => {
    expect(text(await home()).match(/No incidents reported\./g)).toHaveLength(13);
    expect(text(await home())).not.toContain('No incidents reported today.');
    const quiet = memoryDb();
    const view = readIncidents(NOW, quiet);
    expect(view.days.map(({ incidents }) => incidents.length)).toEqual(Array.from({ length: 14 }, () => 0));
    enrollAll(quiet, START, [{ slug: 'wiki' }]);
    const html = await drawn(<OverviewPage view={readOverview(NOW, quiet)} incidents={view} />);
    expect(text(html).match(/No incidents reported today\./g)).toHaveLength(1);
  });

  it('counts many that go on instead of pushing the list away', async () => {
    for (let i = 0; i < 6; i++) storeIncident(db, NOW, { title: `Trouble ${i}` });
    expect(text(await home())).toContain('4 more current incidents');
  });
});

describe('the page of an incident', () => {
  it('tells it newest first, in Markdown that is safe, by whom it may be told, with what the machine saw', () => {
    const body = 'The *proxy*.\n\n<script>alert(1)</script> [x](javascript:alert(1)) [docs](https://docs.example)';
    postUpdate(db, ADA, { incidentId: 1, status: 'identified', body, at: START + 10 * MINUTE_MS }, NOW);
    postUpdate(db, ADA, { incidentId: 1, status: 'monitoring', body: 'Wait.', authorName: 'Ops' }, NOW);
    const html = page(1);
    expect(html).toContain('<em>proxy</em>');
    expect(html).toContain('<a href="https://docs.example" rel="nofollow noopener ugc">docs</a>');
    expect(html).not.toMatch(/<script|href="javascript|Ada Secret/);
    const words = text(html);
    const order = [
      'Monitoring · 13:30 (20 minutes later) · by Ops',
      'Identified · 13:10',
      'by the team',
      'seen by Rollcall',
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      `${places}`,
    ).toBe(true);
    expect(words).toContain('What Rollcall saw');
    expect(words).toContain('Down Warehouse &lt;b&gt; connection refused 13:01 , still going on');
  });

  it('is calm when it is over, with its length', () => {
    resolveIncident(db, ADA, { incidentId: 1, at: START + 21 * MINUTE_MS }, NOW);
    expect(text(page(1))).toContain('When 13:01 to 13:21 Lasted 20 minutes Impact Major');
  });

  it('speaks German where the page does, also in the words of the machine', () => {
    writeSetting(db, 'page', { title: 'Acme', timezone: 'Europe/Berlin', language: 'de' });
    const words = text(page(1));
    expect(words).toContain('Warehouse &lt;b&gt; lehnt die Verbindung ab');
    expect(words).toContain('Vermutet');
    expect(words).not.toMatch(/Suspected|refuses|Investigating|Updates|so far/);
  });
});

it('a month lists its incidents by day, with the ways to its neighbours, and folds a day of many', () => {
  storeIncident(db, NOW, { title: 'In October', startedAt: Date.UTC(2026, 9, 31, 12), status: 'resolved' });
  for (let i = 0; i < 6; i++) storeIncident(db, NOW + i, { title: `Trouble ${i}`, status: 'resolved' });
  const draw = (month: string | null) => {
    const view = readIncidentMonth(month, NOW + HOUR_MS, db);
    return view && renderToStaticMarkup(<IncidentMonthPage view={view} />);
  };
  const november = draw(null) ?? '';
  expect(november).toContain('href="/incidents?month=2026-10"');
  expect(november).not.toContain('rel="next"');
  expect(text(november)).toContain('3 more that day');
  expect(text(november)).not.toContain('In October');
  const october = draw('2026-10') ?? '';
  expect(text(october)).toContain('In October');
  expect(october).toContain('href="/incidents?month=2026-11"');
  expect([draw('2026-09'), draw('2026-12')]).toEqual([null, null]);
});
