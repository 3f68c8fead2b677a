// What a latency chart can show: the whole of a call, or one stage of it. Counted are calls in which MCP answered, so that
// the stages and the whole speak of the same calls. Pure.

/** `dependencies` is asked beside the others and is no part of the latency. */
export const TIMED_STAGES = ['reach', 'handshake', 'tools'] as const;
export type TimedStage = (typeof TIMED_STAGES)[number];

export const LATENCY_PARTS = ['total', ...TIMED_STAGES] as const;
export type LatencyPart = (typeof LATENCY_PARTS)[number];
