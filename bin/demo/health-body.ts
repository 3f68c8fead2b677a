// What a made-up server's /health answers, in the words of real ones. Served by the live demo, read by the replay.
import type { DemoServer, Mood } from './demo-server';

export interface HealthAnswer {
  status: number;
  body: Record<string, string>;
}

/** What goes wrong with the first dependency. */
const ERRORS: Record<string, string> = {
  iam_credentials: 'error: ExpiredToken',
  scheduler: 'error: lease lost to another instance',
  cube: 'error: connect ETIMEDOUT',
  runners: 'error: 0 of 12 runners online',
  postgres: 'error: too many connections for role "billing"',
};

/** Null for a server without /health. */
export function healthAnswer({ dependencies }: DemoServer, mood: Mood): HealthAnswer | null {
  const [first] = dependencies;
  if (first === undefined) return null;
  const body = Object.fromEntries(dependencies.map((name) => [name, 'ok']));
  if (mood !== 'dependency') return { status: 200, body };
  return { status: 503, body: { ...body, [first]: ERRORS[first] ?? 'error: unavailable' } };
}
