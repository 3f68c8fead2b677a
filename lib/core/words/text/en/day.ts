// The card of one day, in English.
import type { BarLayer } from '@/lib/core/drawing/day-shares';

export const day = {
  /** Names the bars of one server for those who hear them. */
  toolbar: (title: string) => `Days of ${title}`,
  inUtc: (date: string) => `${date}, UTC`,
  soFar: (date: string) => `${date}, so far`,
  notWatched: 'Not watched yet on this day.',
  noData: 'No data for this day.',
  noDowntime: 'No downtime recorded on this day.',
  up: (percent: string) => `${percent} up`,
  percentUp: (figure: string) => `${figure} percent up`,
  /** Each says how a part of the day was; a span and a share follow. */
  parts: {
    up: 'Up',
    degraded: 'Degraded',
    down: 'Down',
    locked: 'Locked',
    maintenance: 'Maintenance',
    gap: 'No data',
    rest: 'Not watched',
  } satisfies Record<BarLayer, string>,
  /** "12 minutes down", to be heard. */
  aloud: {
    up: 'up',
    degraded: 'degraded',
    down: 'down',
    locked: 'locked',
    maintenance: 'in maintenance',
    gap: 'without data',
    rest: 'not watched',
  } satisfies Record<BarLayer, string>,
  outages: (count: number): string => `${count} ${count === 1 ? 'outage' : 'outages'}`,
  outage: (from: string, to: string, span: string) => `${from} to ${to}, ${span}`,
  ongoing: (from: string, span: string) => `since ${from}, ${span} so far`,
  moreOutages: (count: number) => `and ${count} more`,
  maintenance: (title: string) => `Maintenance: ${title}`,
  loading: 'Loading…',
};
