import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALERT_EVENTS } from '@/lib/core/alert/alert';
import { alertWords } from '@/lib/core/alert/alert-words';
import type { Happening } from '@/lib/core/alert/happening';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import * as made from '@/tests/fixtures/alerts';
import { NOW } from '@/tests/fixtures/views';

const { billing, context, happenings, opened, SINCE, vault, warehouse } = made;
const telling = { page: context.page, now: NOW, repeat: 0 };
const facts = { servers: [warehouse], isUnstable: false, since: SINCE } as const;

function lineOf(happening: Happening, repeat = 0): string {
  return alertWords(happening, { ...telling, repeat }).firstLine;
}

test.each<[string, Happening, string]>([
  ['a failing dependency', opened, 'warehouse is degraded: iam_credentials ExpiredToken, since 13:41'],
  [
    'a refused connection',
    { ...opened, servers: [billing] },
    'billing-mcp is down: connection refused on port 4100, since 13:41',
  ],
  [
    'a refused credential',
    { ...opened, servers: [vault] },
    'vault refuses our credential: 401 on initialize, since 13:41',
  ],
  ['flapping', { ...opened, isUnstable: true }, 'warehouse is unstable: iam_credentials ExpiredToken, since 13:41'],
  [
    'several of one group',
    { ...opened, servers: [billing, { ...billing, title: 'ledger' }] },
    '2 servers of Data platform are down: billing-mcp and ledger, since 13:41',
  ],
  [
    'several of no one group, each in its own state',
    { ...opened, servers: [vault, billing, warehouse, { ...billing, title: 'ledger' }] },
    '4 servers are failing: vault, billing-mcp and 2 more, since 13:41',
  ],
  ['without a reason', { ...opened, servers: [{ ...billing, reason: null }] }, 'billing-mcp is down, since 13:41'],
  [
    'one that began long ago',
    { ...opened, since: SINCE - 400 * DAY_MS },
    'warehouse is degraded: iam_credentials ExpiredToken, since 18 Oct 2025, 14:41',
  ],
  [
    'worse',
    { event: 'outage_worsened', ...facts, servers: [billing], from: 'degraded', changedAt: NOW },
    'billing-mcp is now down: connection refused on port 4100, since 14:03',
  ],
  [
    'acknowledged by a link',
    { event: 'outage_acknowledged', ...facts, by: null, acknowledgedAt: NOW },
    'warehouse is degraded, acknowledged, since 13:41',
  ],
  ['up again', { event: 'outage_resolved', ...facts, resolvedAt: NOW }, 'warehouse is up again, after 22 minutes'],
  [
    'stable again',
    { event: 'outage_resolved', ...facts, isUnstable: true, resolvedAt: NOW },
    'warehouse is stable again, after 22 minutes',
  ],
  [
    'a token with hours left',
    { event: 'token_expiring', server: vault, expiresAt: NOW + 5 * HOUR_MS },
    'vault: our token expires in 5 hours (19:03)',
  ],
  ['a digest of nothing', { event: 'digest', since: NOW - DAY_MS, lines: [] }, 'No alerts since 21 Nov, 14:03'],
  [
    'one server that waits',
    { event: 'monitor_late', since: SINCE, serverCount: 1 },
    'Rollcall is late: 1 server waits for a call, since 13:41',
  ],
])('the first line of %s', (_, happening, line) => {
  expect(lineOf(happening)).toBe(line);
});

test('every event has its words', () => {
  const words = ALERT_EVENTS.map((event) => [event, ...Object.values(alertWords(happenings[event], telling)).flat()]);
  expect(words).toMatchInlineSnapshot(`
    [
      [
        "outage_opened",
        "warehouse is degraded: iam_credentials ExpiredToken, since 13:41",
        "The protocol answers; /health says: iam_credentials: ExpiredToken.",
        "All 12 tools are listed, but calls that need iam_credentials may fail.",
        "Since 13:41, confirmed at 13:42.",
      ],
      [
        "outage_worsened",
        "warehouse is now down: connection refused on port 4100, since 13:51",
        "Cannot be reached: connection refused on port 4100.",
        "Its 26 tools are missing from every client until it answers again.",
        "Before, it was degraded, since 13:41.",
      ],
      [
        "outage_acknowledged",
        "warehouse is degraded, acknowledged by Ann, since 13:41",
        "No more reminders are sent for this outage.",
        "The protocol answers; /health says: iam_credentials: ExpiredToken.",
        "All 12 tools are listed, but calls that need iam_credentials may fail.",
      ],
      [
        "outage_resolved",
        "warehouse is up again, after 22 minutes",
        "From 13:41 to 14:03, 22 minutes.",
        "What was wrong: iam_credentials: ExpiredToken.",
      ],
      [
        "credential_rejected",
        "vault rejects our credential, since 13:41",
        "Our credential was accepted until 13:40 and has been rejected since 13:41. It may have expired, been revoked or replaced: renew it.",
      ],
      [
        "token_expiring",
        "vault: our token expires in 3 days (25 Nov, 14:02)",
        "From then on the server refuses us: put a new one into its variable.",
      ],
      [
        "token_renewed",
        "vault: our token was renewed (good until 20 Feb 2027, 14:03)",
      ],
      [
        "certificate_expiring",
        "vault: its certificate expired (14:02)",
        "Since then no client connects to it: the certificate has to be renewed.",
      ],
      [
        "certificate_renewed",
        "vault: its certificate that was to run out is not in use any more",
      ],
      [
        "drift_breaking",
        "warehouse changed its tools: \`run_query\` now requires \`database\` (and 1 more)",
        "\`run_query\` now requires \`database\`.",
        "\`drop_table\` was removed.",
      ],
      [
        "drift_approved",
        "warehouse: its changed tools are approved (Ann)",
        "From now on they are what its tools are compared with.",
      ],
      [
        "monitor_blind",
        "Rollcall did not run from 13:41 to 14:03 (22 minutes)",
        "Nobody watched in that time; it counts neither as up nor as down.",
      ],
      [
        "monitor_late",
        "Rollcall is late: 12 servers wait for a call, since 13:41",
        "What the page shows may be old, and new trouble is noticed late.",
      ],
      [
        "monitor_recovered",
        "Rollcall is on time again, after 22 minutes",
        "From 13:41 to 14:03 it was behind its schedule.",
      ],
      [
        "network_lost",
        "Rollcall cannot reach the network, since 13:41",
        "8 servers failed together before they were reached, so the fault is most likely on our side.",
        "There is one alert for all of them, and none of this time counts as down.",
      ],
      [
        "network_back",
        "Rollcall reaches the network again, after 22 minutes",
        "From 13:41 to 14:03 nothing was judged.",
      ],
      [
        "digest",
        "2 alerts since 21 Nov, 14:03",
        "docs-search is degraded: answered in 3.1 s, since 09:12.",
        "docs-search is up again, after 4 minutes.",
      ],
      [
        "test",
        "A test from Acme tools, sent at 14:03",
        "Whoever reads this will be told when a server breaks. Nothing is wrong now.",
      ],
    ]
  `);
});

test.each<[string, Happening, string]>([
  ['is', opened, 'warehouse is still degraded: iam_credentials ExpiredToken, since 13:41'],
  ['refuses', { ...opened, servers: [vault] }, 'vault still refuses our credential: 401 on initialize, since 13:41'],
  [
    'are',
    { ...opened, servers: [billing, billing] },
    '2 servers of Data platform are still down: billing-mcp and billing-mcp, since 13:41',
  ],
])('a reminder says "still" where it %s so', (_, happening, line) => {
  expect(lineOf(happening, 1)).toBe(line);
});

test('many servers and many changes are counted, not told', () => {
  const servers = [billing, ...Array.from({ length: 13 }, () => billing)] as const;
  const group = alertWords({ ...opened, servers }, telling).sentences;
  expect(group).toHaveLength(12);
  expect(group).toContain('And 4 more servers.');
  const changes = Array.from({ length: 40 }, (_, i) => `\`tool_${i}\` was removed`);
  const drift = alertWords({ event: 'drift_breaking', server: warehouse, changes, seenAt: NOW }, telling);
  expect(drift.firstLine).toBe('warehouse changed its tools: `tool_0` was removed (and 39 more)');
  expect(drift.sentences.at(-1)).toBe('And 35 more changes.');
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i}`);
  const digest = alertWords({ event: 'digest', since: SINCE, lines }, telling).sentences;
  expect([digest.length, digest[0], digest.at(-1)]).toEqual([51, '150 earlier alerts are left out.', 'line 199.']);
});

describe('whatever a server or an author writes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.constantFrom(
      '\u202e\r\nBcc: all@example.com',
      'x'.repeat(5_000),
      '<!channel> @everyone [a](http://b)',
      '👩‍👩‍👧'.repeat(99),
    ),
  );
  const server = fc.record({ title: text, group: fc.option(text), message: text, name: text }).map((made) => ({
    ...warehouse,
    title: made.title,
    group: made.group,
    reason: { stage: 'dependencies' as const, code: 'dependency_failed' as const, message: made.message },
    dependencies: [{ name: made.name, state: 'failed' as const }],
  }));
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc
      .tuple(server, fc.array(server, { maxLength: 12 }))
      .chain(([first, others]) =>
        fc.constantFrom<Happening>(
          { ...opened, servers: [first, ...others] },
          { event: 'outage_resolved', ...facts, servers: [first, ...others], resolvedAt: NOW },
          { event: 'outage_acknowledged', ...facts, servers: [first, ...others], by: first.title, acknowledgedAt: NOW },
        ),
      ),
    fc.tuple(server, fc.array(text)).map(([first, changes]): Happening => {
      return { event: 'drift_breaking', server: first, changes, seenAt: NOW };
    }),
    fc.array(text).map((lines): Happening => ({ event: 'digest', since: SINCE, lines })),
  );

  test('the first line fits a lock screen, every sentence is one line, and nothing in them is unseen', () => {
    fc.assert(
      fc.property(happening, fc.constantFrom(0, 3), (made, repeat) => {
        const { firstLine, sentences } = alertWords(made, { ...telling, repeat });
        expect([...firstLine].length).toBeLessThanOrEqual(120);
        expect(firstLine).not.toMatch(/\.$/);
        expect(sentences.length).toBeLessThanOrEqual(60);
        for (const line of [firstLine, ...sentences]) {
          expect(line).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
          expect(line.length).toBeLessThan(1_200);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('the time stays in the line, however long the message', () => {
    const reason = { stage: 'reach', code: 'refused', message: 'y'.repeat(999) } as const;
    const servers = [{ ...billing, title: 'x'.repeat(99), reason }] as const;
    const line = lineOf({ ...opened, servers, since: SINCE - 400 * DAY_MS });
    expect(line).toMatch(/^x{49}… is down: y+…, since 18 Oct 2025, 14:41$/);
  });
});
