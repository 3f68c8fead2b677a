// The live demo servers go on where the seed ends: the real prober must see of them what the replay says it saw, or the
// page would tell of changes that nobody made.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST } from '@/bin/demo/cast';
import { createChance } from '@/bin/demo/chance';
import type { DemoServer } from '@/bin/demo/demo-server';
import { type DemoServers, startDemoServers } from '@/bin/demo/http-servers';
import { editionAt, outcomeOf } from '@/bin/demo/outcome-of';
import { configure } from '@/bin/demo/seed-folder';
import { moodAt, storyOf } from '@/bin/demo/story';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Outcome } from '@/lib/core/outcome';
import { judge } from '@/lib/core/status/verdict';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { catalogueHash } from '@/lib/engine/check/catalogue-hash';
import { createProber, type Prober } from '@/lib/probe/probe';

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-demo-'));
const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
const prober: Prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
let servers: DemoServers;
let endpoints: Endpoint[];

beforeAll(async () => {
  servers = await startDemoServers({ port: 0, now });
  endpoints = configure(folder, { port: servers.port, now }).endpoints;
});

afterAll(async () => {
  await prober.close();
  await servers.close();
  rmSync(folder, { recursive: true });
});

/** What readers and the drift get to see of an outcome; times are not compared. */
function gist(outcome: Outcome, endpoint: Endpoint) {
  const { verdict, failure } = judge(outcome, endpoint);
  const { dialect, protocolVersion, serverName, serverVersion, catalogue, health } = outcome;
  return {
    verdict,
    // The message of a slow answer names its seconds.
    failure: failure && [failure.stage, failure.code, failure.code === 'slow' ? '' : failure.message],
    said: { dialect, protocolVersion, serverName, serverVersion },
    tools: catalogue && catalogueHash(catalogue.tools),
    dependencies: health?.dependencies.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? null,
  };
}

function replayed(server: DemoServer): Outcome {
  const at = Date.now();
  const story = storyOf(server, { startAt: now - DAY_MS, endAt: now });
  const chance = createChance(server.name);
  return outcomeOf({ server, mood: moodAt(story, at), edition: editionAt(server, 0), at, chance });
}

describe('the demo servers', () => {
  test('are all configured', () => {
    expect(endpoints.map(({ name }) => name).toSorted()).toEqual(CAST.map(({ name }) => name).toSorted());
  });

  test.each(CAST.map((server) => [server.name, server] as const))('%s is as it was replayed', async (name, server) => {
    const endpoint = endpoints.find((candidate) => candidate.name === name);
    if (!endpoint) throw new Error(`${name} is not configured`);
    if (endpoint.problem !== null) {
      expect(endpoint.problem).toBe('TICKETS_TOKEN is not set');
      return;
    }
    const seen = await prober.probe(endpoint, new AbortController().signal);
    expect(gist(seen, endpoint)).toEqual(gist(replayed(server), endpoint));
  });

  test('is in every state that a page can show', () => {
    const verdicts = CAST.map((server) => {
      const endpoint = endpoints.find(({ name }) => name === server.name);
      return endpoint && judge(replayed(server), endpoint).verdict;
    });
    expect(new Set(verdicts)).toEqual(new Set(['up', 'degraded', 'down', 'locked']));
  });
});
