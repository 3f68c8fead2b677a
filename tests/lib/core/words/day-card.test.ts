import { describe, expect, test } from 'vitest';
import type { DayCard, DaysView } from '@/lib/core/day-view';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@/lib/core/time';
import type { DayView, OutageView } from '@/lib/core/view';
import { dayCards } from '@/lib/core/words/day-card';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import { outage as anOutage } from '@/tests/fixtures/outage-views';
import { daysWith, NOW } from '@/tests/fixtures/views';

const TODAY = startOfDay(NOW);
const LONG_AGO = TODAY - 400 * DAY_MS;

function view(days: DayView[], given: Partial<DaysView> = {}): DaysView {
  return {
    generatedAt: NOW,
    page: { title: 'Acme tools', timezone: 'Europe/Berlin', language: 'en' },
    server: { slug: 'warehouse', title: 'warehouse', createdAt: LONG_AGO },
    days,
    outages: [],
    maintenance: [],
    incidents: [],
    ...given,
  };
}

function outage(startedAt: number, endedAt: number | null, message = '401 on initialize'): OutageView {
  const reason = { stage: 'handshake', code: 'unauthorized', message } as const;
  return anOutage('o', 'down', { startedAt, endedAt, reason });
}

/** The card of the day that lies `ago` days back. */
function cardOf(days: DaysView, ago: number): DayCard {
  const card = dayCards(days).at(-1 - ago);
  if (!card) throw new Error('no such day');
  return card;
}

describe('the card of a day', () => {
  const startedAt = TODAY - 3 * DAY_MS + 13 * HOUR_MS + 54 * MINUTE_MS;
  const trouble = view(daysWith({ 3: { down: 12 * MINUTE_MS } }), {
    outages: [outage(startedAt, startedAt + 12 * MINUTE_MS)],
  });

  test('says how long what was, and lists the outages', () => {
    expect(cardOf(trouble, 3)).toEqual({
      date: '2026-11-19',
      label: '19 November 2026: 99.166 percent up, 12 minutes down, 1 outage',
      title: '19 November 2026, UTC',
      uptime: '99.166% up',
      parts: [
        { layer: 'down', text: 'Down 12 minutes (0.8%)' },
        { layer: 'up', text: 'Up 23 hours (99.1%)' },
      ],
      outages: [{ status: 'down', when: '13:54 to 14:06, 12 minutes', what: 'handshake: 401 on initialize' }],
      more: null,
      notes: [],
      remark: null,
    });
  });

  test('says it in German', () => {
    const german = { ...trouble, page: { ...trouble.page, language: 'de' as const } };
    const { label, title, parts } = cardOf(german, 3);
    expect(label).toBe('19. November 2026: 99,166 Prozent verfügbar, 12 Minuten ausgefallen, 1 Ausfall');
    expect(title).toBe('19. November 2026, UTC');
    expect(parts[0]?.text).toBe('Ausgefallen 12 Minuten (0,8\u00a0%)');
  });

  test.each<[string, DaysView, number, string, string | null]>([
    ['good', view(daysWith()), 5, '17 November 2026: 100 percent up. No downtime recorded on this day.', '100% up'],
    ['blind', view(daysWith({ 5: { blind: DAY_MS } })), 5, '17 November 2026: No data for this day.', null],
    [
      'before its birth',
      view(dayless(), { server: { slug: 'x', title: 'x', createdAt: TODAY - DAY_MS } }),
      5,
      '17 November 2026: Not watched yet on this day.',
      null,
    ],
    [
      'today',
      view(daysWith()),
      0,
      '22 November 2026, so far: 100 percent up. No downtime recorded on this day.',
      '100% up',
    ],
    [
      'maintenance',
      view(daysWith({ 5: { maintenance: 2 * HOUR_MS } })),
      5,
      '17 November 2026: 100 percent up, 2 hours in maintenance',
      '100% up',
    ],
  ])('%s', (_, days, ago, label, uptime) => {
    expect(cardOf(days, ago)).toMatchObject({ label, uptime });
  });

  test('cuts an outage at midnight, and one that lasts at the present', () => {
    const over = view(daysWith({ 3: { down: HOUR_MS }, 2: { down: HOUR_MS } }), {
      outages: [outage(TODAY - 2 * DAY_MS - HOUR_MS, TODAY - 2 * DAY_MS + HOUR_MS), outage(NOW - 22 * MINUTE_MS, null)],
    });
    expect(cardOf(over, 3).outages[0]?.when).toBe('23:00 to 24:00, 1 hour');
    expect(cardOf(over, 2).outages[0]?.when).toBe('00:00 to 01:00, 1 hour');
    expect(cardOf(over, 0).outages[0]?.when).toBe('since 12:41, 22 minutes so far');
    expect(cardOf(over, 1).outages).toEqual([]);
  });

  test('stays bounded whatever happened, and keeps hostile text in its line', () => {
    const many = Array.from({ length: 400 }, (_, index) => {
      const at = TODAY - 3 * DAY_MS + index * MINUTE_MS;
      return outage(at, at + MINUTE_MS, `\u202e<script>${'z\u0335'.repeat(9_000)}`);
    });
    const windows = Array.from({ length: 40 }, (_, index) =>
      maintenance(`m${index}`, {
        startAt: TODAY - 3 * DAY_MS,
        endAt: TODAY - 2 * DAY_MS,
        title: 'x'.repeat(1_000_000),
      }),
    );
    const card = cardOf(view(daysWith({ 3: { down: 400 * MINUTE_MS } }), { outages: many, maintenance: windows }), 3);
    expect(card.outages).toHaveLength(8);
    expect(card.more).toBe('and 392 more');
    expect(card.label).toContain('400 outages');
    expect(card.notes).toHaveLength(8);
    expect(JSON.stringify(card).length).toBeLessThan(6_000);
    expect(JSON.stringify(card)).not.toContain('\u202e');
  });

  test('leads to the incidents of the day', () => {
    const incident = {
      id: '7',
      writtenTitle: 'Slow disks',
      causes: [],
      status: 'resolved' as const,
      impact: 'minor' as const,
      isSuspected: false,
      startedAt,
      resolvedAt: startedAt + HOUR_MS,
      servers: [],
      changedAt: startedAt,
    };
    const days = view(daysWith({ 3: { down: HOUR_MS } }), { incidents: [incident] });
    expect(cardOf(days, 3).notes).toEqual([{ text: 'Slow disks', href: '/incidents/7' }]);
    expect(cardOf(days, 4).notes).toEqual([]);
  });
});

/** Ninety days of which only the last was booked. */
function dayless(): DayView[] {
  return daysWith().map((day, index) => (index === 89 ? day : { ...day, ms: { ...day.ms, up: 0 }, uptime: null }));
}
