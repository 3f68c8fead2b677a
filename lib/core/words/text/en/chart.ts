// What the latency chart of a server says, in English.
import type { LatencyPart, LatencyRange } from '@/lib/core/history/stage-latency';

export const chart = {
  title: 'Latency',
  parts: { total: 'Total', reach: 'Reach', handshake: 'Handshake', tools: 'Tools' } satisfies Record<
    LatencyPart,
    string
  >,
  ranges: { '24h': '24 hours', '90d': '90 days' } satisfies Record<LatencyRange, string>,
  partsLabel: 'What is timed',
  rangesLabel: 'Over what time',
  fact: (p50: string, p95: string, range: string) => `median ${p50}, p95 ${p95}, last ${range}`,
  nothing: (range: string) => `Nothing measured in the last ${range}.`,
  heading: (part: string, range: string) => `Latency of the last ${range}: ${part}`,
  description: (from: string, to: string, outages: number) =>
    `${from} to ${to}. ${outages === 0 ? 'No outages' : `${outages} ${outages === 1 ? 'outage' : 'outages'}`} in this time. The figures are in the table below.`,
  lines: 'Solid: median. Dotted: 95th percentile. Shaded: outages and maintenance.',
  hoursIn: (zone: string) => `Hours in ${zone}.`,
  figures: 'Show the figures',
  caption: (part: string, range: string) => `Latency by ${range === '24h' ? 'hour' : 'day'}: ${part}`,
  heads: { hour: 'Hour', day: 'Day', p50: 'Median', p95: '95th percentile' },
  noData: 'no data',
  crosshair: 'Latency at one time; arrow keys move the line',
  reading: (when: string, p50: string, p95: string) => `${when}: median ${p50}, 95th percentile ${p95}`,
  noReading: (when: string) => `${when}: no data`,
};
