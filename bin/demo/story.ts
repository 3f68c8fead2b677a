// Lays a server's episodes, mishaps and planned absences out in time, and says in which mood it is at an instant. Pure.
import { nextTurn } from '@/lib/core/status/schedule';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Span, type UnixMs } from '@/lib/core/time';
import { maintenanceWindows } from './cast';
import { around, createChance, pick } from './chance';
import type { DemoServer, Episode, Mood } from './demo-server';

/** A stretch in one mood; `endAt` is infinite while it is going on. */
export interface Act extends Span {
  mood: Mood;
}

/** What is told comes first: where two acts overlap, the first one counts. */
export type Story = readonly Act[];

/** So far ahead the live demo servers know what they will do. */
const FUTURE_MS = 30 * DAY_MS;
/** Mishaps stay away from the present, which belongs to what is told. */
const QUIET_MS = 2 * DAY_MS;
const MISHAP_MEDIAN_MS = 9 * MINUTE_MS;
const MISHAP_SPREAD = 0.8;
/** Over 90 days: calls that fail once and are answered five seconds later. Nothing follows from them. */
const BLIPS = 5;
const PULSE_SPREAD = 0.35;

/** `history.endAt` is the "now" from which episodes are told backwards. */
export function storyOf(server: DemoServer, history: Span): Story {
  const now = history.endAt;
  return [
    ...absences(server, now),
    ...server.story.flatMap((told) => actsOf(server, told, now)),
    ...unexplained(server, history),
  ];
}

export function moodAt(story: Story, at: UnixMs): Mood {
  return story.find(({ startAt, endAt }) => startAt <= at && at < endAt)?.mood ?? 'well';
}

/** Every instant inside the span at which the mood may change, in order. */
export function edgesOf(story: Story, within: Span): UnixMs[] {
  return story
    .flatMap(({ startAt, endAt }) => [startAt, endAt])
    .filter((at) => at > within.startAt && at < within.endAt)
    .sort((a, b) => a - b);
}

/** Announced work begins a little late and is done before its time, as it should. */
function absences({ name }: DemoServer, now: UnixMs): Act[] {
  return Object.values(maintenanceWindows(now))
    .filter(({ servers }) => servers.includes(name))
    .map(({ startAt, endAt }) => ({
      mood: 'gateway-error',
      startAt: startAt + 6 * MINUTE_MS,
      endAt: endAt - 14 * MINUTE_MS,
    }));
}

function actsOf(server: DemoServer, { mood, agoMs, lastsMs, pulse }: Episode, now: UnixMs): Act[] {
  const startAt = now - agoMs;
  const endAt = lastsMs === null ? Number.POSITIVE_INFINITY : startAt + lastsMs;
  if (pulse === null) return [{ mood, startAt, endAt }];
  const chance = createChance(`pulse of ${server.name}`);
  const acts: Act[] = [];
  for (let at = startAt; at < Math.min(endAt, now + FUTURE_MS); ) {
    const offAt = at + Math.round(around(chance, pulse.moodMs, PULSE_SPREAD));
    acts.push({ mood, startAt: at, endAt: Math.min(offAt, endAt) });
    at = offAt + Math.round(around(chance, pulse.wellMs, PULSE_SPREAD));
  }
  return acts;
}

function unexplained({ name, mishaps }: DemoServer, { startAt, endAt }: Span): Act[] {
  const chance = createChance(`mishaps of ${name}`);
  const roomMs = Math.max(0, endAt - QUIET_MS - startAt);
  const many = (count: number, make: (at: UnixMs) => Span): Act[] =>
    Array.from({ length: Math.round((count * roomMs) / (90 * DAY_MS)) }, () => {
      const at = Math.round(startAt + chance() * roomMs);
      return { mood: pick(chance, mishaps.moods), ...make(at) };
    });
  return [
    ...many(mishaps.count, (at) => ({
      startAt: at,
      endAt: at + Math.round(around(chance, MISHAP_MEDIAN_MS, MISHAP_SPREAD)),
    })),
    ...many(BLIPS, (at) => blip(nextTurn(name, MINUTE_MS, at))),
  ];
}

/** Over before the second call, which comes five seconds after the first. */
function blip(turnAt: UnixMs): Span {
  return { startAt: turnAt - SECOND_MS, endAt: turnAt + 3 * SECOND_MS };
}
