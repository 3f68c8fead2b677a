// What the bars say: legend, axis, labels, in English. The card of a day has its words here too.
import type { BarLayer } from '@/lib/core/drawing/day-shares';

export const bars = {
  layers: {
    up: 'Up',
    rest: 'Not watched yet',
    gap: 'No data',
    maintenance: 'Maintenance',
    locked: 'Locked',
    degraded: 'Degraded',
    down: 'Down',
  } satisfies Record<BarLayer, string>,
  legend: 'Legend of the bars',
  todaySoFar: 'Today so far',
  heading: 'Uptime, 90 days',
  aloud: 'Uptime over 90 days: ',
  noData: 'no data',
  today: 'Today',
  days: (count: number) => `${count} days`,
  noUptimeYet: (span: string) => `${span}: no uptime figure yet`,
  percentUptime: (figure: string) => `${figure} percent uptime`,
  noDowntime: 'no downtime',
  downDays: (count: number, worst: string) => `${count} ${count === 1 ? 'day' : 'days'} with downtime, worst ${worst}`,
  gapDays: (count: number) => `${count} ${count === 1 ? 'day' : 'days'} with gaps in the record`,
};
