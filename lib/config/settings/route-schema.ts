// What a route of alerts may say.
import { z } from 'zod';
import { ALERT_EVENTS, ALERT_SEVERITIES } from '@/lib/core/alert/alert';

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
  })
  .meta({ description: 'Which alerts go to which channels.' });

export type RouteSetting = z.output<typeof routeSchema>;
