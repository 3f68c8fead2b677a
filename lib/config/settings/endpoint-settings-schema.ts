// What may be said about one endpoint beside what its mcp.json says: the same keys under `endpoints` in rollcall.json and
// under `rollcall` in an mcp.json entry. The descriptions are published in the JSON Schema.
import { z } from 'zod';
import { DEFAULT_POLICY, TIMEOUT_LIMIT_MS } from '@/lib/core/endpoint';
import { DAY_MS, SECOND_MS } from '@/lib/core/time';
import { canarySchema } from './canary-schema';
import { DURATION_PATTERN, formatDuration, parseDuration } from './duration';
import { oauthSchema } from './oauth-schema';

interface DurationLimits {
  minMs: number;
  maxMs: number;
}

/** Milliseconds from "30s", "2m" or a number of seconds, within limits. */
export function durationSchema(description: string, { minMs, maxMs }: DurationLimits) {
  const error = 'must be a duration such as "30s", "2m" or a number of seconds';
  const limits = `from ${formatDuration(minMs)} to ${formatDuration(maxMs)}`;
  return z
    .union([z.string().regex(DURATION_PATTERN, { error }), z.number().min(0, { error })], { error })
    .transform((value, context) => {
      const ms = parseDuration(value);
      if (ms !== null && ms >= minMs && ms <= maxMs) return ms;
      context.addIssue({ code: 'custom', message: `must be ${limits}` });
      return z.NEVER;
    })
    .meta({ description: `${description} A duration ${limits}.` });
}

const text = (description: string, length = 300) => z.string().min(1).max(length).meta({ description });
const count = (description: string) => z.int().min(1).max(10).meta({ description });

const { intervalMs, timeoutMs, confirm, recover, slowAfterMs } = DEFAULT_POLICY;

export const policyShape = {
  interval: durationSchema(`Time between two checks (default ${formatDuration(intervalMs)}).`, {
    minMs: 10 * SECOND_MS,
    maxMs: DAY_MS,
  }).optional(),
  timeout: durationSchema(`Deadline of one whole check (default ${formatDuration(timeoutMs)}).`, {
    minMs: SECOND_MS,
    maxMs: TIMEOUT_LIMIT_MS,
  }).optional(),
  confirm: count(`Bad checks in a row that make a worse status (default ${confirm}).`).optional(),
  recover: count(`Good checks in a row that end it (default ${recover}).`).optional(),
  slowAfter: durationSchema(`A slower answer counts as degraded (default ${formatDuration(slowAfterMs)}).`, {
    minMs: 1,
    maxMs: TIMEOUT_LIMIT_MS,
  }).optional(),
};

const headers = z
  .record(z.string(), z.string())
  .meta({ description: 'Headers sent with each request. Values may hold ${VARIABLES}.' });

const health = z
  .union([
    text('The /health URL.', 8_192),
    z.strictObject({
      url: text('The /health URL; may hold ${VARIABLES}.', 8_192),
      headers: headers.exactOptional(),
      required: z.boolean().exactOptional().meta({ description: 'A failing /health means down instead of degraded.' }),
      public: z.boolean().exactOptional().meta({ description: 'Visitors may read the error texts of dependencies.' }),
    }),
  ])
  .transform((value) => ({
    headers: {},
    required: false,
    public: false,
    ...(typeof value === 'string' ? { url: value } : value),
  }))
  .meta({ description: 'A URL asked beside each check: how the server itself and what it depends on are doing.' });

export const endpointSettingsSchema = z
  .strictObject({
    type: z
      .literal('health')
      .optional()
      .meta({ description: 'Watch the health URL alone: there is no MCP server behind this name.' }),
    health: health.optional(),
    group: text('Heading under which it stands on the page.', 100).optional(),
    title: text('What visitors read; the name when left out.', 200).optional(),
    description: text('One sentence under the title.', 1_000).optional(),
    publicUrl: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .max(2_048)
      .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), { error: 'may not hold a credential: everybody reads it' })
      .optional()
      .meta({
        description: 'The address visitors may read, for their clients; the one that is called is never shown.',
      }),
    ...policyShape,
    expectTools: z
      .array(z.string().min(1).max(200))
      .max(1_000)
      .optional()
      .meta({ description: 'Names of tools that must be listed; * stands for any characters ("list_*").' }),
    canary: canarySchema.optional(),
    oauth: oauthSchema.optional(),
    ca: text('Certificates to trust besides the usual ones: a PEM file, or its text.', 512 * 1024).optional(),
    insecure: z.boolean().optional().meta({ description: 'Accept any certificate. For tests alone.' }),
    hidden: z.boolean().optional().meta({ description: 'Watched, but not shown to visitors.' }),
    paused: z.boolean().optional().meta({ description: 'Not called until this is removed.' }),
  })
  .meta({ description: 'How one server is watched and shown.' });

/** All spans in milliseconds. */
export type EndpointSettings = z.output<typeof endpointSettingsSchema>;
