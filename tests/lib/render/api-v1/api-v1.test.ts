import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { endpoint, endpointDetail, endpointList } from '@/lib/render/api-v1/api-v1';
import { endpointDetailSchema, endpointListSchema } from '@/lib/render/api-v1/api-v1-schema';
import { outage } from '@/tests/fixtures/outage-views';
import { catalogue, FACTS, UNMEASURED } from '@/tests/fixtures/server-page-parts';
import { githubTools, NOW, overview, PAGES, server, unset, waiting, warehouse } from '@/tests/fixtures/views';

describe('endpointList', () => {
  it.each(Object.entries(PAGES))('keeps its promise for the page "%s"', (_name, view) => {
    expect(endpointListSchema.parse(endpointList(view))).toEqual(endpointList(view));
  });

  it('has exactly the promised names, in the promised order', () => {
    expect(Object.keys(endpointList(PAGES.mixed))).toEqual(['generatedAt', 'status', 'endpoints']);
    expect(Object.keys(endpoint(warehouse)).join(' ')).toBe(
      'slug title group type status since stage code message toolCount protocolVersion ' +
        'latencyMs checkedAt nextCheckAt dependencies uptime',
    );
  });

  it('says the stage, the code and the words of what is broken', () => {
    expect(endpoint(githubTools)).toMatchObject({
      status: 'down',
      since: new Date(NOW - 22 * MINUTE_MS).toISOString(),
      stage: 'handshake',
      code: 'rpc_error',
      message: 'initialize answered error -32603',
      latencyMs: null,
      checkedAt: '2026-11-22T13:03:00.000Z',
    });
  });

  it('has null for what is not known', () => {
    expect(endpoint(waiting)).toMatchObject({ since: null, stage: null, code: null, message: null, checkedAt: null });
    expect(endpoint(unset)).toMatchObject({ stage: null, code: null, message: 'TICKETS_TOKEN is not set' });
  });

  it('keeps dependency texts to the page', () => {
    expect(endpoint(warehouse).dependencies).toContainEqual({ name: 'iam_credentials', status: 'failed' });
  });

  it('never rounds a downtime away', () => {
    const { uptime } = endpoint(server('a', { uptime: { '24h': 0.99999999, '7d': 1, '30d': 0, '90d': 2 / 3 } }));
    expect(uptime).toEqual({ '24h': 0.999999, '7d': 1, '30d': 0, '90d': 0.666666 });
  });

  it('does not change with the clock alone', () => {
    const later = overview(PAGES.mixed.servers, { generatedAt: NOW + 5 * MINUTE_MS });
    const before = overview(PAGES.mixed.servers, { generatedAt: NOW });
    expect(endpointList(later)).toEqual(endpointList(before));
  });
});

describe('endpointDetail', () => {
  const view = {
    generatedAt: NOW,
    page: { title: 'Acme tools', timezone: 'Europe/Berlin', language: 'en' as const },
    server: githubTools,
    facts: FACTS,
    catalogue: catalogue([]),
    toolsUnchangedSince: null,
    drifts: [],
    maintenance: [],
    outages: [
      outage('7', 'down', {
        startedAt: NOW - HOUR_MS,
        reason: { stage: 'handshake', code: 'rpc_error', message: 'error -32603' },
      }),
    ],
    latency: UNMEASURED,
    spans: [],
    dependencyHistory: [],
    isDelayed: false,
  };

  it('keeps its promise, and says what the list says', () => {
    const detail = endpointDetail(view);
    expect(endpointDetailSchema.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject(endpoint(githubTools));
    expect(detail).toMatchObject({ generatedAt: new Date(NOW - 23 * SECOND_MS).toISOString(), serverVersion: '2.4.0' });
    expect(detail.outages).toEqual([
      {
        id: '7',
        status: 'down',
        worst: 'down',
        isUnstable: false,
        startedAt: new Date(NOW - HOUR_MS).toISOString(),
        confirmedAt: new Date(NOW - HOUR_MS + 15 * SECOND_MS).toISOString(),
        endedAt: null,
        stage: 'handshake',
        code: 'rpc_error',
        message: 'error -32603',
        steps: [
          {
            at: new Date(NOW - HOUR_MS).toISOString(),
            status: 'down',
            stage: 'handshake',
            code: 'rpc_error',
            message: 'error -32603',
          },
        ],
      },
    ]);
  });
});
