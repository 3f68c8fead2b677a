// Replays the made-up past through the write path of the engine: configurations are adopted, calls claimed and recorded,
// each at its own instant. What it leaves behind is what ninety days of running would have left.
import type { Db } from '@/db/client';
import { selectEndpoints } from '@/db/queries/endpoints';
import { writeSetting } from '@/db/queries/settings';
import { inTransaction } from '@/db/transaction';
import type { Endpoint } from '@/lib/core/endpoint';
import { DAY_MS, HOUR_MS, SECOND_MS, type Span, type UnixMs } from '@/lib/core/time';
import { beat } from '@/lib/engine/heartbeat';
import { settleIdleEndpoints } from '@/lib/engine/ledger/settle-idle';
import { pruneSlice } from '@/lib/engine/prune';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { syncMaintenance } from '@/lib/engine/sync-maintenance';
import { blindSpan, type DemoWindow, maintenanceWindows } from './cast';
import { tellings } from './incident-story';
import { configurationChanges, demoServerOf, wantedAt } from './past-configuration';
import { call, createPlayer, dueAt, type Player } from './player';

interface Happening {
  at: UnixMs;
  run: () => void;
}

/** The last call is over before the history ends; a slow server takes three seconds. */
const LAST_CALL_MS = 5 * SECOND_MS;

/** `endpoints`: as configured at the end. @returns how many calls were made. */
export function replay(db: Db, endpoints: readonly Endpoint[], history: Span): number {
  const players = new Map<string, Player>();
  const happenings = happeningsOf(db, history, (at) => adopt({ db, players, endpoints, history }, at));
  let calls = 0;

  function playUntil(untilAt: UnixMs): void {
    for (;;) {
      const player = earliest(players.values());
      const due = player ? afterBlind(dueAt(player), history) : Number.POSITIVE_INFINITY;
      const happening = happenings[0];
      if (happening && happening.at <= Math.min(due, untilAt)) {
        happenings.shift();
        happening.run();
      } else if (player && due < untilAt) {
        call(db, player, { due, now: history.endAt });
        calls += 1;
      } else {
        return;
      }
    }
  }

  // One transaction a day: recordCheck's own becomes a savepoint inside it, which is what makes the replay quick.
  for (let at = history.startAt; at < history.endAt; at += DAY_MS) {
    inTransaction(db, () => playUntil(Math.min(at + DAY_MS, history.endAt - LAST_CALL_MS)));
  }
  finish(db, history);
  return calls;
}

function happeningsOf(db: Db, { startAt, endAt }: Span, adoptAt: (at: UnixMs) => void): Happening[] {
  const { past, running } = maintenanceWindows(endAt);
  const blind = blindSpan(endAt);
  const lastBeat = { at: blind.startAt, startedAt: startAt };
  return [
    { at: startAt, run: () => announce(db, [past], startAt) },
    { at: running.startAt - HOUR_MS, run: () => announce(db, [running], running.startAt - HOUR_MS) },
    ...configurationChanges({ startAt, endAt }).map((at) => ({ at, run: () => adoptAt(at) })),
    { at: blind.startAt, run: () => writeSetting(db, 'loopBeat', lastBeat) },
    { at: blind.endAt, run: () => beat(db, blind.endAt, blind.endAt) },
    ...tellings(db, { startAt, endAt }),
  ].sort((a, b) => a.at - b.at);
}

function announce(db: Db, windows: readonly DemoWindow[], now: UnixMs): void {
  const wanted = windows.map((window) => ({ ...window, uid: `demo-${window.startAt}`, timezone: 'UTC' }));
  syncMaintenance(db, wanted, { now, mayMissWindows: false });
}

interface Stage {
  db: Db;
  players: Map<string, Player>;
  endpoints: readonly Endpoint[];
  history: Span;
}

function adopt({ db, players, endpoints, history }: Stage, at: UnixMs): void {
  const wanted = wantedAt(endpoints, at, history.endAt);
  const ids = syncEndpoints(db, wanted, at);
  const rows = new Map(selectEndpoints(db).map((row) => [row.id, row]));
  for (const endpoint of wanted.endpoints) {
    const endpointId = ids.get(endpoint.slug);
    const row = endpointId === undefined ? undefined : rows.get(endpointId);
    if (!row) throw new Error(`${endpoint.slug} was not stored`);
    const place = { endpointId: row.id, endpoint, joinedAt: at };
    const player = players.get(endpoint.slug) ?? createPlayer(demoServerOf(endpoint), history, place);
    players.set(endpoint.slug, { ...player, endpoint, nextCheckAt: row.nextCheckAt });
  }
}

function earliest(players: Iterable<Player>): Player | null {
  let first: Player | null = null;
  for (const player of players) if (!first || dueAt(player) < dueAt(first)) first = player;
  return first;
}

/** Whoever was due while Rollcall was off is called when it is back. */
function afterBlind(due: UnixMs, { endAt }: Span): UnixMs {
  const blind = blindSpan(endAt);
  return due >= blind.startAt && due < blind.endAt ? blind.endAt : due;
}

function finish(db: Db, { startAt, endAt }: Span): void {
  const { running, coming } = maintenanceWindows(endAt);
  announce(db, [running, coming], endAt);
  settleIdleEndpoints(db, endAt);
  while (pruneSlice(db, endAt) > 0);
  writeSetting(db, 'loopBeat', { at: endAt, startedAt: Math.max(startAt, blindSpan(endAt).endAt) });
}
