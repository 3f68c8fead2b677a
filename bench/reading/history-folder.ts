// Makes a data folder with a configuration and a past: servers that were called for so many days, each with some outages.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Db, migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import type { RollupRow } from '@/db/schema/rollups';
import { inTransaction } from '@/db/transaction';
import { loadConfig } from '@/lib/config/load-config';
import { encodeSketch, sketchOf } from '@/lib/core/history/latency-sketch';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@/lib/core/time';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';

export interface Past {
  /** Shown on the page. */
  servers: number;
  /** Called beside them, and not shown. */
  hidden: number;
  days: number;
  /** Origin of the fast server: every path of it is an MCP server. */
  origin: string;
}

const OUTAGE_EVERY_DAYS = 9;
const OUTAGE_MS = 40 * MINUTE_MS;
const BAD_HOUR = 3;
const NOTHING_ELSE = {
  degradedMs: 0,
  lockedMs: 0,
  unknownMs: 0,
  maintenanceMs: 0,
  pausedMs: 0,
  blindMs: 0,
  degradedChecks: 0,
  lockedChecks: 0,
};

export function makeHistory(folder: string, past: Past): void {
  const configFolder = path.join(folder, 'config');
  mkdirSync(configFolder, { recursive: true });
  writeConfig(configFolder, past);
  const db = openFile(path.join(folder, 'rollcall.db'));
  try {
    db.$client.pragma('synchronous = OFF');
    migrateDb(db);
    const now = Date.now();
    const { endpoints } = loadConfig({ path: configFolder, env: {}, allowStdio: 'off', previous: null });
    const ids = syncEndpoints(db, { endpoints, brokenFiles: [], isFound: true }, now);
    const startAt = startOfDay(now) - past.days * DAY_MS;
    inTransaction(db, () => {
      db.update(schema.endpoints).set({ createdAt: startAt }).run();
      for (const { slug, hidden } of endpoints) {
        const id = ids.get(slug);
        if (id !== undefined && !hidden) fillPast(db, id, { startAt, endAt: now });
      }
    });
  } finally {
    db.$client.close();
  }
}

function writeConfig(folder: string, { servers, hidden, origin }: Past): void {
  const names = Array.from({ length: servers + hidden }, (_, index) => `server-${index}`);
  const mcpServers = names.map((name) => [name, { type: 'http', url: `${origin}/${name}/mcp` }]);
  const settings = names.map((name, index) => [
    name,
    { group: `Group ${index % 8}`, ...(index < servers ? {} : { hidden: true }) },
  ]);
  const page = { title: 'Bench', timezone: 'UTC' };
  writeFileSync(path.join(folder, 'mcp.json'), JSON.stringify({ mcpServers: Object.fromEntries(mcpServers) }));
  writeFileSync(
    path.join(folder, 'rollcall.json'),
    JSON.stringify({ page, defaults: { interval: '60s' }, endpoints: Object.fromEntries(settings) }),
  );
}

function fillPast(db: Db, endpointId: number, { startAt, endAt }: { startAt: number; endAt: number }): void {
  const latency = Buffer.from(
    encodeSketch(sketchOf(Array.from({ length: 60 }, (_, index) => 20 + ((index * 7 + endpointId) % 90)))),
  );
  const bucket = (grain: RollupRow['grain'], bucketAt: number, lengthMs: number, downMs: number): RollupRow => ({
    ...{ endpointId, grain, bucketAt, latency },
    ...{ upMs: lengthMs - downMs, downMs, upChecks: (lengthMs - downMs) / MINUTE_MS, downChecks: downMs / MINUTE_MS },
    ...NOTHING_ELSE,
  });
  const today = startOfDay(endAt);
  for (let dayAt = startAt; dayAt < today; dayAt += DAY_MS) {
    const isBad = (dayAt / DAY_MS + endpointId) % OUTAGE_EVERY_DAYS === 0;
    const hours = Array.from({ length: 24 }, (_, hour) =>
      bucket('hour', dayAt + hour * HOUR_MS, HOUR_MS, isBad && hour === BAD_HOUR ? OUTAGE_MS : 0),
    );
    db.insert(schema.rollups)
      .values([bucket('day', dayAt, DAY_MS, isBad ? OUTAGE_MS : 0), ...hours])
      .run();
    if (!isBad) continue;
    const startedAt = dayAt + BAD_HOUR * HOUR_MS;
    const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
    const outage = { status: 'down', confirmedAt: startedAt + MINUTE_MS, endedAt: startedAt + OUTAGE_MS } as const;
    db.insert(schema.outages)
      .values({ endpointId, startedAt, changedAt: startedAt, ...outage, ...reason })
      .run();
  }
}
