import { expect, test } from 'vitest';
import { ALERT_EVENTS, type AlertSeverity } from '@/lib/core/alert/alert';
import { alertSeverity, worstServer } from '@/lib/core/alert/alert-severity';
import type { Happening } from '@/lib/core/alert/happening';
import type { FailureCode } from '@/lib/core/failure';
import { billing, happenings, opened, resolved, vault, warehouse } from '@/tests/fixtures/alerts';
import { NOW } from '@/tests/fixtures/views';

function troubledBy(code: FailureCode): typeof warehouse {
  return { ...warehouse, reason: { stage: 'tools', code, message: 'x' } };
}

test.each<[string, Happening, AlertSeverity]>([
  ['down', { ...opened, servers: [billing] }, 'critical'],
  ['degraded', opened, 'high'],
  ['degraded, but only slow', { ...opened, servers: [troubledBy('slow')] }, 'medium'],
  ['degraded, since it throttles', { ...opened, servers: [troubledBy('throttled')] }, 'medium'],
  ['degraded, as tools are missing', { ...opened, servers: [troubledBy('tools_missing')] }, 'high'],
  ['locked', { ...opened, servers: [vault] }, 'medium'],
  ['unstable', { ...opened, servers: [billing], isUnstable: true }, 'high'],
  ['a group, by its worst', { ...opened, servers: [vault, billing, warehouse] }, 'critical'],
  ['the end of it, as the beginning', { ...resolved, servers: [billing] }, 'critical'],
  ['a token with time left', happenings.token_expiring, 'medium'],
  ['a certificate that has expired', happenings.certificate_expiring, 'high'],
  ['a credential that worked', happenings.credential_rejected, 'high'],
  ['breaking drift', happenings.drift_breaking, 'high'],
  ['a stretch without Rollcall', happenings.monitor_blind, 'medium'],
  ['Rollcall behind its schedule', happenings.monitor_late, 'high'],
  ['no network', happenings.network_lost, 'critical'],
  ['the network again', happenings.network_back, 'critical'],
  ['a digest', happenings.digest, 'low'],
  ['a test', happenings.test, 'low'],
])('%s', (_, happening, severity) => {
  expect(alertSeverity(happening, NOW).severity).toBe(severity);
});

test('every event has its reason', () => {
  for (const event of ALERT_EVENTS) expect(alertSeverity(happenings[event], NOW).reason).toMatch(/^[A-Z].*\.$/);
});

test('of equally bad servers the first stands for all', () => {
  const ledger = { ...billing, slug: 'ledger' };
  expect(worstServer([vault, ledger, billing])).toBe(ledger);
});
