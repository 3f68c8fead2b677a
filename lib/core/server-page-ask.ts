// What a visitor asked a server's page for, read from the query. Nothing in it is an error: what is not understood is as
// if it had not been said.
import { LATENCY_PARTS, LATENCY_RANGES, type LatencyChoice } from '@/lib/core/history/stage-latency';
import { safeText } from '@/lib/core/words/safe-text';

export interface ServerPageAsk {
  latency: LatencyChoice;
  /** Words to be found in a tool; empty for all tools. */
  tool: string;
  /** From 1. */
  toolPage: number;
}

export const NOTHING_ASKED: ServerPageAsk = { latency: { part: 'total', range: '24h' }, tool: '', toolPage: 1 };

/** Every parameter that changes a server's page: those below, and what its badge generator reads. */
export const SERVER_PAGE_PARAMETERS: readonly string[] = [
  ...['stage', 'range', 'tool', 'tools'],
  ...['badge', 'period', 'style', 'label', 'color', 'labelColor'],
];

const QUERY_LENGTH = 100;
/** Of pages of tools, more than any list has. */
const LAST_PAGE = 1_000;

/** `?stage=`, `?range=`, `?tool=` and `?tools=` (the page of the list). */
export function serverPageAsk(query: URLSearchParams): ServerPageAsk {
  const { latency } = NOTHING_ASKED;
  const page = /^\d{1,4}$/.test(query.get('tools') ?? '') ? Number(query.get('tools')) : 1;
  return {
    latency: {
      part: LATENCY_PARTS.find((part) => part === query.get('stage')) ?? latency.part,
      range: LATENCY_RANGES.find((range) => range === query.get('range')) ?? latency.range,
    },
    tool: safeText(query.get('tool') ?? '', QUERY_LENGTH),
    toolPage: Math.min(Math.max(page, 1), LAST_PAGE),
  };
}
