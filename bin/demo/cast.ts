// All made-up servers, in the order of the page, and what happens to all of them at once.
import { type Span, startOfDay, type UnixMs } from '@/lib/core/time';
import { DATA_PLATFORM } from './cast/data-platform';
import { DELIVERY } from './cast/delivery';
import { DESIGN } from './cast/design';
import { SHARED } from './cast/shared';
import { type DemoServer, span } from './demo-server';

export const CAST: readonly DemoServer[] = [...SHARED, ...DATA_PLATFORM, ...DELIVERY, ...DESIGN];

/** Rollcall itself was off: its host was moved. */
export function blindSpan(now: UnixMs): Span {
  const startAt = startOfDay(now) - span('4d') + span('1h 12m');
  return { startAt, endAt: startAt + span('4h 35m') };
}

export interface DemoWindow extends Span {
  title: string;
  servers: string[];
}

/** Announced work: what is done each week, the last time and the next, and what is done once, right now. */
export function maintenanceWindows(now: UnixMs): Record<'past' | 'running' | 'coming', DemoWindow> {
  const servers = ['warehouse', 'notebooks'];
  const pastAt = startOfDay(now) - span('5d') + span('20h');
  const runningAt = now - span('25m');
  const comingAt = startOfDay(now) + span('2d') + span('20h');
  return {
    past: { title: 'Patch day', servers, startAt: pastAt, endAt: pastAt + span('2h') },
    running: {
      title: 'Rebuilding the metrics cube',
      servers: ['metrics-explorer'],
      startAt: runningAt,
      endAt: runningAt + span('2h'),
    },
    coming: { title: 'Patch day', servers, startAt: comingAt, endAt: comingAt + span('2h') },
  };
}
