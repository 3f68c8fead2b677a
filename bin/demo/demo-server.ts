// What there is to know of one made-up server: how it is called, what it lists, what happens to it. The seed replays
// it, the live demo servers play it on; neither knows more than this.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { DemoTool } from './tool';

/** How a server behaves for a while. */
export type Mood =
  | 'well'
  /** Answers after some seconds. */
  | 'slow'
  /** Its /health names the first dependency as failed. */
  | 'dependency'
  /** Does not list the first tool that is expected of it. */
  | 'tool-missing'
  /** Answers the handshake with a JSON-RPC error. */
  | 'handshake-error'
  /** Answers 401: the token was good once. */
  | 'rejected'
  /** Answers 429: it is called too often. */
  | 'throttled'
  /** A gateway answers 502 in its place. */
  | 'gateway-error'
  /** Takes the connection and says nothing. */
  | 'silent'
  | 'refused'
  | 'certificate-expired'
  /** stdio: the process ends before it answers. */
  | 'exits';

/** Something that happens to a server; told backwards from the end of the history ("now"). */
export interface Episode {
  mood: Mood;
  /** How long before now it begins. */
  agoMs: number;
  /** Null: it is still going on, and will. */
  lastsMs: number | null;
  /** Goes off and on again: so long in this mood, so long well. Null: it is one stretch. */
  pulse: { moodMs: number; wellMs: number } | null;
}

/** What it lists, and calls itself, from some moment on. */
export interface Edition {
  agoMs: number;
  version: string;
  tools: readonly DemoTool[];
}

export interface DemoServer {
  name: string;
  wire: 'stdio' | 'http-modern' | 'http-legacy' | 'health';
  /** Median time of a good answer. */
  usualMs: number;
  /** Oldest first, without tools for one that offers none; null for a health URL alone. */
  editions: readonly [Edition, ...Edition[]] | null;
  /** Names in its /health; none: it has no /health. */
  dependencies: readonly string[];
  story: readonly Episode[];
  /** Short outages without a story, over 90 days, and what they look like. */
  mishaps: { count: number; moods: readonly [Mood, ...Mood[]] };
  /** What rollcall.json says of it, but for the address of its /health. */
  settings: { group: string; description: string; expectTools?: string[]; paused?: boolean; isHealthPublic?: boolean };
  /** Its Authorization header in the mcp.json; null: none. */
  authorization: string | null;
  /** How long ago it came into the configuration; null: it was there from the beginning. */
  joinedAgoMs: number | null;
  /** How long ago it was paused, or its variable was lost; null: never. */
  restsAgoMs: number | null;
}

/** `span('37d 4h 20m')` in milliseconds. */
export function span(text: string): number {
  const unitMs: Record<string, number> = { d: DAY_MS, h: HOUR_MS, m: MINUTE_MS };
  return text.split(' ').reduce((sum, part) => {
    const ms = Number(part.slice(0, -1)) * (unitMs[part.slice(-1)] ?? Number.NaN);
    if (Number.isNaN(ms)) throw new RangeError(`"${text}" is no span: write "2d 3h 20m"`);
    return sum + ms;
  }, 0);
}

export function episode(mood: Mood, ago: string, lasts: string): Episode {
  return { mood, agoMs: span(ago), lastsMs: span(lasts), pulse: null };
}

/** It has been so for this long, and is. */
export function since(mood: Mood, ago: string): Episode {
  return { mood, agoMs: span(ago), lastsMs: null, pulse: null };
}

export function flapping(
  mood: Mood,
  ago: string,
  { lasts, bad, well }: Record<'bad' | 'well', string> & { lasts: string | null },
): Episode {
  const pulse = { moodMs: span(bad), wellMs: span(well) };
  return { mood, agoMs: span(ago), lastsMs: lasts === null ? null : span(lasts), pulse };
}

/** Fills in what most servers have in common. */
export function demoServer(
  given: Pick<DemoServer, 'name' | 'wire' | 'usualMs' | 'settings'> & Partial<DemoServer>,
): DemoServer {
  return {
    editions: null,
    dependencies: [],
    story: [],
    mishaps: { count: 3, moods: ['gateway-error', 'silent', 'refused'] },
    authorization: null,
    joinedAgoMs: null,
    restsAgoMs: null,
    ...given,
  };
}
