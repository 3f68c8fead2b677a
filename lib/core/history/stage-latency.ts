// What a latency chart can show: the whole of a call or one stage of it, over a day or over 90. Counted are calls in which
// MCP answered, so that the stages and the whole speak of the same calls.

/** `dependencies` is asked beside the others and is no part of the latency. */
export const TIMED_STAGES = ['reach', 'handshake', 'tools'] as const;
export type TimedStage = (typeof TIMED_STAGES)[number];

export const LATENCY_PARTS = ['total', ...TIMED_STAGES] as const;
export type LatencyPart = (typeof LATENCY_PARTS)[number];

export const LATENCY_RANGES = ['24h', '90d'] as const;
export type LatencyRange = (typeof LATENCY_RANGES)[number];

export interface LatencyChoice {
  part: LatencyPart;
  range: LatencyRange;
}
