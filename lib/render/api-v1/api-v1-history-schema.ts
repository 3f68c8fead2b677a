// The answers of /api/v1 about one server's past, as zod schemas: what is promised to readers.
import { z } from 'zod';
import { DRIFT_CODES, DRIFT_KINDS } from '@/lib/core/drift/drift-change';
import { BOOKED_STATUSES } from '@/lib/core/status/status';
import { VERDICTS } from '@/lib/core/status/verdict';
import { failureCode, instant, milliseconds, ratio, stage } from './api-value-schemas';

/** One visit. `stage`, `code` and `message` are null when nothing was wrong. */
const checkSchema = z.strictObject({
  at: instant,
  verdict: z.enum(VERDICTS),
  stage: stage.nullable(),
  code: failureCode.nullable(),
  message: z.string().nullable(),
  latencyMs: milliseconds.nullable().describe('Null when MCP did not answer.'),
  /** Null for a stage that was not walked. */
  timings: z.strictObject({
    reachMs: milliseconds.nullable(),
    handshakeMs: milliseconds.nullable(),
    toolsMs: milliseconds.nullable(),
    dependenciesMs: milliseconds.nullable(),
  }),
  toolCount: z.int().min(0).nullable(),
});

/** GET /api/v1/endpoints/{slug}/checks */
export const checkListSchema = z.strictObject({
  checks: z.array(checkSchema).max(200).describe('Newest first, at most 200.'),
  nextCursor: z.string().nullable().describe('For `?cursor=`, to read on towards older ones; null at the end.'),
});

/** GET /api/v1/endpoints/{slug}/uptime */
export const uptimeSchema = z.strictObject({
  uptime: ratio.describe('Over all the days.'),
  /** Oldest first, every day once; the last one is today so far. */
  days: z
    .array(
      z.strictObject({
        date: z.iso.date().describe('In UTC.'),
        uptime: ratio,
        ms: z
          .record(z.enum(BOOKED_STATUSES), milliseconds)
          .describe('Time booked as each state; what is missing from the day is not known.'),
      }),
    )
    .max(365),
});

/** GET /api/v1/endpoints/{slug}/tools */
export const toolListSchema = z.strictObject({
  unchangedSince: instant.nullable().describe('Since when the list has been as it is; null before the first list.'),
  /** Sorted by name. The server's own words, made safe and cut. */
  tools: z.array(
    z.strictObject({ name: z.string(), title: z.string().nullable(), description: z.string().nullable() }),
  ),
});

/** GET /api/v1/endpoints/{slug}/drift */
export const driftListSchema = z.strictObject({
  /** Newest first by `lastSeenAt`, last 90 days, at most 50. */
  drifts: z
    .array(
      z.strictObject({
        id: z.string(),
        at: instant,
        lastSeenAt: instant,
        seenCount: z.int().min(1),
        kind: z.enum(DRIFT_KINDS).describe('Of the worst change.'),
        approvedAt: instant.nullable().describe('Null while no administrator has accepted the new list.'),
        /** Worst first; empty when the list is back as it was. */
        changes: z
          .array(
            z.strictObject({
              tool: z.string().describe('Empty for `more_changes`.'),
              kind: z.enum(DRIFT_KINDS),
              code: z.enum(DRIFT_CODES),
              path: z.string().describe('The argument or part of the answer; empty when the whole is meant.'),
              sentence: z.string().describe('One line without a stop, names in backticks.'),
            }),
          )
          .max(200),
      }),
    )
    .max(50),
});

export type DriftListAnswer = z.infer<typeof driftListSchema>;
export type CheckListAnswer = z.infer<typeof checkListSchema>;
export type UptimeAnswer = z.infer<typeof uptimeSchema>;
export type ToolListAnswer = z.infer<typeof toolListSchema>;
