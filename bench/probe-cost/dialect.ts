// What the measurements tell apart: the path of bench/fast-server.mjs, and what a check of it must find.

export const DIALECTS = ['json', 'sse', 'modern'] as const;
export type Dialect = (typeof DIALECTS)[number];

export const DIALECT_NAMES: Record<Dialect, string> = {
  json: '2025-11-25, JSON',
  sse: '2025-11-25, event streams',
  modern: '2026-07-28, JSON',
};

export const TOOL_COUNT = 20;
