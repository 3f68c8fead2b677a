// What a route of alerts may say.
import { z } from 'zod';
import { ALERT_EVENTS, ALERT_SEVERITIES } from '@/lib/core/alert/alert';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { isTimeZone } from '@/lib/core/wall-clock';
import { durationSchema } from './endpoint-settings-schema';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clock = (description: string) =>
  z
    .string()
    .regex(CLOCK, { error: 'must be a time of day from "00:00" to "23:59"' })
    .meta({ description, examples: ['22:00'] });

const severities = (description: string) =>
  z
    .array(z.enum(ALERT_SEVERITIES, { error: 'must be "critical", "high", "medium" or "low"' }))
    .exactOptional()
    .meta({ description });

/** In the order of Date.getDay(). */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const quiet = z
  .strictObject({
    from: clock('When they begin.'),
    to: clock('When they end; where it is not later, on the next day.'),
    timezone: z
      .string()
      .refine(isTimeZone, { error: 'must be a time zone of the IANA list, such as "Europe/Berlin"' })
      .exactOptional()
      .meta({ description: 'That of the page when left out.' }),
    days: z
      .array(z.enum(WEEKDAYS))
      .exactOptional()
      .meta({ description: 'Days on which they begin; every day when left out.' }),
    severities: severities('What waits; "medium" and "low" when left out.'),
  })
  .refine(({ from, to }) => from !== to, { error: 'must end at another time than it begins' })
  .meta({ description: 'Hours in which what is not urgent waits for their end.' });

const digest = z
  .union(
    [
      clock('When it goes out, in the zone of the page.'),
      z.strictObject({
        at: clock('When it goes out, in the zone of the page.'),
        severities: severities('What waits for it; "low" when left out.'),
      }),
    ],
    { error: 'must be a time of day such as "09:00", or have "at" and "severities"' },
  )
  .meta({ description: 'One message a day gathers what is not urgent.' });

const WAIT = { minMs: MINUTE_MS, maxMs: 7 * DAY_MS };

const names = (description: string) => z.array(z.string().min(1)).max(1_000).exactOptional().meta({ description });

export const routeSchema = z
  .strictObject({
    to: z.array(z.string().min(1)).min(1).max(100).meta({ description: 'Names of channels.' }),
    severity: z
      .array(z.enum(ALERT_SEVERITIES, { error: 'must be "critical", "high", "medium" or "low"' }))
      .exactOptional()
      .meta({ description: 'Only alerts of these severities; all when left out.' }),
    events: z
      .array(z.enum(ALERT_EVENTS))
      .exactOptional()
      .meta({ description: 'Only these events; all when left out.' }),
    groups: names('Only alerts about servers of these groups.'),
    endpoints: names('Only alerts about these servers, by their mcp.json name.'),
    repeat: durationSchema(
      'Tell a trouble again so often, until somebody acknowledges it or it is over.',
      WAIT,
    ).exactOptional(),
    escalate: z
      .strictObject({
        after: durationSchema('How long nobody has acknowledged it.', WAIT),
        to: z.array(z.string().min(1)).min(1).max(100).meta({ description: 'Names of channels.' }),
      })
      .exactOptional()
      .meta({ description: 'Who is told when nobody acknowledges.' }),
    quiet: quiet.exactOptional(),
    digest: digest.exactOptional(),
  })
  .meta({ description: 'Which alerts go to which channels.' });

export type RouteSetting = z.output<typeof routeSchema>;
