import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '@/lib/core/time';
import { type BadgeMetric, type MetricMark, metricBadge } from '@/lib/render/badge/metric-words';

const MARK: MetricMark = {
  title: 'Warehouse',
  status: 'up',
  staleMs: null,
  period: '30d',
  uptime: 0.99718,
  p95Ms: 380,
  slowAfterMs: 2_000,
  toolCount: 26,
};

describe('metricBadge', () => {
  it.each<[BadgeMetric, Partial<MetricMark>, string, string]>([
    ['status', { status: 'locked' }, 'Warehouse: locked', 'locked'],
    ['uptime', {}, 'Warehouse uptime 30d: 99.71%', 'up'],
    ['uptime', { period: '365d', uptime: 0.99999999 }, 'Warehouse uptime 365d: 99.99%', 'up'],
    ['uptime', { uptime: 1 }, 'Warehouse uptime 30d: 100%', 'up'],
    ['uptime', { uptime: 0.98999 }, 'Warehouse uptime 30d: 98.99%', 'degraded'],
    ['uptime', { uptime: 0.9499 }, 'Warehouse uptime 30d: 94.99%', 'down'],
    ['uptime', { uptime: null }, 'Warehouse uptime 30d: unknown', 'unknown'],
    ['latency', {}, 'Warehouse p95: 380 ms', 'up'],
    ['latency', { p95Ms: 2_001 }, 'Warehouse p95: 2.0 s', 'degraded'],
    ['latency', { p95Ms: null }, 'Warehouse p95: unknown', 'unknown'],
    ['tools', {}, 'Warehouse tools: 26', 'up'],
    ['tools', { status: 'down' }, 'Warehouse tools: 26', 'down'],
    ['tools', { toolCount: 0, status: 'degraded' }, 'Warehouse tools: 0', 'degraded'],
    ['tools', { toolCount: null }, 'Warehouse tools: unknown', 'unknown'],
    ['uptime', { staleMs: 2 * HOUR_MS }, 'Warehouse uptime 30d: stale 2 h', 'unknown'],
    ['tools', { staleMs: 2 * HOUR_MS }, 'Warehouse tools: stale 2 h', 'unknown'],
  ])('%s %j', (metric, given, says, tone) => {
    const words = metricBadge(metric, { ...MARK, ...given });
    expect(`${words.label}: ${words.message}`).toBe(says);
    expect(words.tone).toBe(tone);
  });
});
