// rollcall.json: what an mcp.json cannot say. One zod schema checks the file and gives the published JSON Schema, so the
// two cannot drift apart.
import { z } from 'zod';
import { RECURRENCE_LENGTH_LIMIT, readRecurrence } from '@/lib/config/maintenance/recurrence';
import { LONGEST_WINDOW_MS } from '@/lib/core/history/maintenance';
import { MINUTE_MS } from '@/lib/core/time';
import { readWallClock } from '@/lib/core/wall-clock';
import { channelSchema } from './channel-schema';
import { durationSchema, endpointSettingsSchema, policyShape } from './endpoint-settings-schema';
import { pageSchema, timezone } from './page-schema';
import { retentionSchema } from './retention-schema';
import { routeSchema } from './route-schema';

/** Where the JSON Schema is published, for `"$schema"` in a rollcall.json. */
const ROLLCALL_SCHEMA_PATH = '/schema/rollcall.json';

const names = (description: string) => z.array(z.string().min(1)).max(1_000).meta({ description });

const repeat = z
  .string()
  .max(RECURRENCE_LENGTH_LIMIT, { abort: true })
  .superRefine((text, context) => {
    const reading = readRecurrence(text);
    if (!reading.ok) context.addIssue({ code: 'custom', message: reading.message });
  })
  .meta({
    description: 'How it repeats: a recurrence rule (RFC 5545), daily at most.',
    examples: ['FREQ=MONTHLY;BYDAY=1TU'],
  });

const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readWallClock(`${text}T00:00`) !== null, {
  error: 'must be a day that exists, such as "2026-12-24"',
});

const maintenance = z
  .strictObject({
    title: z.string().min(1).max(200).meta({ description: 'What visitors read.' }),
    endpoints: names('Servers by their mcp.json name. Without endpoints and groups it covers all.').optional(),
    groups: names('Groups of servers.').optional(),
    start: z
      .string()
      .refine((text) => readWallClock(text) !== null, {
        error: 'must be a date and time that exists, from 1970 to 2199, such as "2026-12-01T22:00"',
      })
      .meta({
        description: 'Beginning, or the first one, as the clocks in `timezone` show it.',
        examples: ['2026-12-01T22:00'],
      }),
    duration: durationSchema('Length.', { minMs: MINUTE_MS, maxMs: LONGEST_WINDOW_MS }),
    timezone: timezone.optional().meta({ description: 'Time zone of `start`; that of the page when left out.' }),
    repeat: repeat.optional(),
    except: z.array(day).max(1_000).optional().meta({ description: 'Days on which it does not begin.' }),
  })
  .meta({ description: 'A planned window: no outage, no alert, left out of uptime.' });

export const rollcallSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Address of this schema, for editors.' }),
    page: pageSchema.optional(),
    defaults: z
      .strictObject(policyShape)
      .optional()
      .meta({ description: 'The policy of every server that says nothing else.' }),
    endpoints: z
      .record(z.string(), endpointSettingsSchema)
      .optional()
      .meta({ description: 'Settings by the name in the mcp.json.' }),
    channels: z
      .record(z.string().min(1).max(100), channelSchema)
      .optional()
      .meta({ description: 'Where alerts go, by name.' }),
    routes: z.array(routeSchema).max(1_000).optional().meta({
      description: 'Which alert goes to which channel. Without routes every channel gets what is critical or high.',
    }),
    maintenance: z.array(maintenance).max(1_000).optional().meta({ description: 'Planned windows.' }),
    order: z.array(z.string().min(1).max(100)).max(10_000).optional().meta({
      description: 'Servers from the top of the page, by the last part of their address; the others follow.',
    }),
    retention: retentionSchema.optional(),
  })
  .meta({ title: 'rollcall.json', description: 'How Rollcall watches and shows MCP servers.' });

export type RollcallFile = z.output<typeof rollcallSchema>;
export type MaintenanceSetting = NonNullable<RollcallFile['maintenance']>[number];

/** JSON Schema (draft 2020-12) of what people may write, as served at ROLLCALL_SCHEMA_PATH. */
export function rollcallJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(rollcallSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: ROLLCALL_SCHEMA_PATH, ...rest };
}
