// Alerts lead to the incident that tells of the same outage.

import { expect, test } from 'vitest';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { MINUTE_MS } from '@/lib/core/time';
import { wordAlert } from '@/lib/engine/alert/word-alert';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const NOW = START + 30 * MINUTE_MS;
const PAGE = { title: 'Acme tools', timezone: 'UTC', language: 'en', url: 'https://status.acme.example/' } as const;

test('while it lasts, when it is over, and not to a hidden one or to that of an older outage', () => {
  const db = memoryDb();
  const roll = enroll(db, START, { slug: 'warehouse' });
  const hear = (from: number, outcome: ReturnType<typeof failed>) => {
    for (let minute = from; minute < from + 3; minute++) roll.visit(START + minute * MINUTE_MS, outcome);
  };
  const linkSince = (since: number) => {
    const server = { slug: 'warehouse', title: 'W', group: null, type: 'http', status: 'down', reason: null } as const;
    const facts = { servers: [{ ...server, toolCount: 2, dependencies: [] }], isUnstable: false, since } as const;
    const teller = {
      alerting: { page: PAGE, channels: [], routes: [] },
      signLinks: () => ({ acknowledge: null, snooze: null }),
    };
    const happening = { event: 'outage_opened', ...facts, confirmedAt: since } as const;
    return wordAlert(db, { happening, threadKey: 'key' }, teller, NOW).links.incident;
  };
  const outageAt = START + MINUTE_MS;
  hear(-3, answered());
  expect(linkSince(outageAt)).toBeNull();
  hear(1, failed());
  expect(linkSince(outageAt)).toBe('https://status.acme.example/incidents/1');
  hear(4, answered());
  expect(linkSince(outageAt)).toBe('https://status.acme.example/incidents/1');
  expect(linkSince(START + 20 * MINUTE_MS)).toBeNull();
  hideIncident(db, person('Ada'), { incidentId: 1, isHidden: true }, NOW);
  expect(linkSince(outageAt)).toBeNull();
});
