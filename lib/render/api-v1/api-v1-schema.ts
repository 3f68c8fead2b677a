// The answers of /api/v1 as zod schemas: what is promised to readers. The answers are typed by them, tests hold live
// answers to them, and OpenAPI is generated from them.
import { z } from 'zod';
import { ENDPOINT_TYPES } from '@/lib/core/endpoint';
import { failureCode, instant, milliseconds, ratio, stage } from './api-value-schemas';

const overallStatus = z.enum(['up', 'degraded', 'down', 'locked', 'maintenance', 'unknown']);
const shownStatus = z.enum([...overallStatus.options, 'paused']);

/** One server in the list. `stage`, `code` and `message` are null when nothing is wrong. */
export const endpointSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  group: z.string().nullable(),
  type: z.enum(ENDPOINT_TYPES),
  status: shownStatus,
  since: instant.nullable().describe('Start of the present status; null before the first check and for a pause.'),
  stage: stage.nullable(),
  code: failureCode.nullable(),
  message: z.string().nullable(),
  toolCount: z.int().min(0).nullable(),
  protocolVersion: z.string().nullable().describe('Of the Model Context Protocol; null until it was negotiated.'),
  latencyMs: milliseconds.nullable().describe('Of the newest check; null when MCP did not answer it.'),
  checkedAt: instant.nullable(),
  nextCheckAt: instant.nullable().describe('Null while it is not being called.'),
  dependencies: z.array(z.strictObject({ name: z.string(), status: z.enum(['ok', 'degraded', 'failed', 'unknown']) })),
  uptime: z.strictObject({ '24h': ratio, '7d': ratio, '30d': ratio, '90d': ratio }),
});

/** GET /api/v1/endpoints */
export const endpointListSchema = z.strictObject({
  generatedAt: instant.describe('The newest fact in the answer; it stands still while nothing happens.'),
  status: overallStatus.describe('The worst of all.'),
  endpoints: z.array(endpointSchema),
});

const outageStepSchema = z.strictObject({
  at: instant.describe('It holds until the next step, or the end of the outage.'),
  status: z.enum(['up', 'degraded', 'down', 'locked']).describe('`up` only in an outage that is unstable.'),
  stage: stage.nullable(),
  code: failureCode.nullable(),
  message: z.string().nullable(),
});

const outageSchema = z.strictObject({
  id: z.string(),
  status: z.enum(['degraded', 'down', 'locked']).describe('As it is now, or was at last.'),
  worst: z.enum(['degraded', 'down', 'locked']),
  isUnstable: z.boolean().describe('It came and went more than five times within an hour.'),
  startedAt: instant.describe('The first failing check.'),
  confirmedAt: instant.describe('The check that settled it.'),
  endedAt: instant.nullable().describe('Null while it lasts.'),
  stage: stage.nullable(),
  code: failureCode.nullable(),
  message: z.string(),
  steps: z.array(outageStepSchema).describe('Oldest first: each confirmed change of status, stage or code.'),
});

/** GET /api/v1/endpoints/{slug}: what the list says of it, and more. */
export const endpointDetailSchema = endpointSchema.extend({
  generatedAt: instant,
  description: z.string().nullable(),
  serverName: z.string().nullable(),
  serverVersion: z.string().nullable(),
  confirmed: z.boolean().describe('False while a newcomer shows the verdict of its last check.'),
  beingAskedAgain: z.boolean().describe('It missed its last call; the status stands until the next calls decide.'),
  stages: z.array(
    z.strictObject({
      stage,
      state: z.enum(['ok', 'failed', 'warned', 'skipped', 'absent']),
      tookMs: milliseconds.nullable(),
    }),
  ),
  certificateExpiresAt: instant.nullable().describe('Of the TLS certificate it showed last; null when it showed none.'),
  latency: z
    .strictObject({ p50Ms: milliseconds.nullable(), p95Ms: milliseconds.nullable() })
    .describe('Over the last 24 hours.'),
  outages: z.array(outageSchema).describe('Newest first, last 90 days, at most 50.'),
});

/** Every answer of /api that is not a success. */
export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(['bad_request', 'unauthorized', 'not_found', 'method_not_allowed', 'internal']),
    message: z.string(),
  }),
});

export type EndpointAnswer = z.infer<typeof endpointSchema>;
export type EndpointListAnswer = z.infer<typeof endpointListSchema>;
export type EndpointDetailAnswer = z.infer<typeof endpointDetailSchema>;
export type ErrorAnswer = z.infer<typeof errorSchema>;
