// One made-up server during the replay: when it is called next, and a call of it, made as the engine makes it.
import type { Db } from '@/db/client';
import { claim } from '@/db/queries/due';
import { updateEndpoint } from '@/db/queries/endpoints';
import type { Endpoint } from '@/lib/core/endpoint';
import { nextTurn } from '@/lib/core/status/schedule';
import { MINUTE_MS, SECOND_MS, type Span, type UnixMs } from '@/lib/core/time';
import { recordCheck } from '@/lib/engine/check/record-check';
import { type Chance, createChance } from './chance';
import type { DemoServer } from './demo-server';
import { durationMs, editionAt, outcomeOf } from './outcome-of';
import { configurationChanges } from './past-configuration';
import { edgesOf, moodAt, type Story, storyOf } from './story';

export interface Player {
  server: DemoServer;
  story: Story;
  /**
   * Calls beside the regular ones, in order: the first that a loop calling every minute would have made after each change
   * of mood, and one right before each change of the configuration, because a status is believed for two intervals only,
   * and those may be shorter afterwards.
   */
  turns: UnixMs[];
  chance: Chance;
  endpointId: number;
  /** As it is configured at this point of the replay. */
  endpoint: Endpoint;
  /** As stored. */
  nextCheckAt: UnixMs;
}

type Place = Pick<Player, 'endpointId' | 'endpoint'> & { joinedAt: UnixMs };

/** The loop ticks once a second, and its first statement comes this much later at most. */
const TICK_LAG_MS = 40;
const CLAIM_MS = 15 * SECOND_MS;

/** Comes on the roll at `joinedAt`: what happened to it before was seen by nobody. */
export function createPlayer(server: DemoServer, history: Span, { joinedAt, ...place }: Place): Player {
  const story = storyOf(server, history);
  const afterEdges = edgesOf(story, history).map((at) => nextTurn(place.endpoint.slug, MINUTE_MS, at));
  const beforeChanges = configurationChanges(history).map((at) => at - 2 * SECOND_MS);
  const turns = [...afterEdges, ...beforeChanges].filter((at) => at > joinedAt).sort((a, b) => a - b);
  return {
    ...place,
    server,
    story,
    turns,
    chance: createChance(`calls of ${server.name}`),
    nextCheckAt: history.startAt,
  };
}

/** Never, for one that is paused or unfit. */
export function dueAt({ endpoint, nextCheckAt, turns }: Player): UnixMs {
  if (endpoint.paused || endpoint.problem !== null) return Number.POSITIVE_INFINITY;
  return Math.min(nextCheckAt, turns[0] ?? nextCheckAt);
}

/** Makes the call that is due: claim, look, record. `now` is the end of the history. */
export function call(db: Db, player: Player, { due, now }: { due: UnixMs; now: UnixMs }): void {
  const { server, endpoint, endpointId, chance } = player;
  const startedAt = Math.ceil(due / SECOND_MS) * SECOND_MS + Math.round(chance() * TICK_LAG_MS);
  player.turns = player.turns.filter((at) => at > startedAt);
  const edition = editionAt(server, now - startedAt);
  const outcome = outcomeOf({ server, mood: moodAt(player.story, startedAt), edition, at: startedAt, chance });
  const endedAt = startedAt + durationMs(outcome);
  const claimedUntil = startedAt + CLAIM_MS;
  if (due < player.nextCheckAt) updateEndpoint(db, endpointId, { nextCheckAt: due });
  const isClaimed = claim(db, endpointId, startedAt, claimedUntil);
  const recorded = isClaimed && recordCheck(db, { endpointId, endpoint, claimedUntil, startedAt, endedAt, outcome });
  if (!recorded) throw new Error(`the replay lost a call of ${server.name}`);
  player.nextCheckAt = recorded.nextCheckAt;
}
