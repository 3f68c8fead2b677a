// The tools of /mcp about what people are told: incidents and announced work.
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { READ_ONLY, toolAnswer } from '@/app/mcp/tool-answer';
import { MAINTENANCE_PHASES } from '@/lib/core/history/maintenance';
import { readIncidents, readNewestIncidents } from '@/lib/reads/incidents';
import { readMaintenance } from '@/lib/reads/maintenance';
import { incidentCall, incidentCallLines } from '@/lib/render/incident-call';
import { maintenanceCall, maintenanceCallLines } from '@/lib/render/maintenance-call';

const RECENT = 20;

/** Loose, as in roll-call-server.ts: a word that a later version adds must not make a client refuse the answer. */
const incidentsSchema = z.object({
  incidents: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      status: z.string().describe('investigating, identified, monitoring, resolved or postmortem'),
      impact: z.string().describe('none, minor, major or critical'),
      suspected: z.boolean().describe('Found by calling the servers; nobody has looked into it yet.'),
      startedAt: z.string().describe('RFC 3339, as all instants here.'),
      resolvedAt: z.string().nullable(),
      servers: z.array(z.looseObject({ slug: z.string(), state: z.string() })),
      updates: z
        .array(z.looseObject({ at: z.string(), status: z.string(), text: z.string() }))
        .describe('Newest first, at most 10.'),
    }),
  ),
});

const maintenancesSchema = z.object({
  maintenances: z.array(
    z.looseObject({
      title: z.string(),
      status: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      endpoints: z.array(z.string()).nullable().describe('Slugs of the servers; null means all.'),
    }),
  ),
});

export function registerNewsTools(server: McpServer): void {
  const incidents = {
    title: 'List incidents',
    description:
      'Lists what people are told about trouble: incidents with their servers and updates. Those going on, or the last ' +
      `${RECENT} with the resolved ones.`,
    inputSchema: z.object({ scope: z.enum(['current', 'recent']).optional().describe('Default: current.') }),
    outputSchema: incidentsSchema,
    ...READ_ONLY,
  };
  server.registerTool('list_incidents', incidents, ({ scope }) => {
    const now = Date.now();
    const read = () => incidentCall(scope === 'recent' ? readNewestIncidents(now, RECENT) : readIncidents(now).current);
    return toolAnswer('list_incidents', read, incidentCallLines);
  });
  const maintenance = {
    title: 'List maintenance',
    description: 'Lists announced work on servers: what is going on and what is to come, or one phase of it.',
    inputSchema: z.object({ status: z.enum(MAINTENANCE_PHASES).optional().describe('Default: not completed.') }),
    outputSchema: maintenancesSchema,
    ...READ_ONLY,
  };
  server.registerTool('list_maintenance', maintenance, ({ status }) => {
    const read = () => maintenanceCall(readMaintenance(Date.now()), status);
    return toolAnswer('list_maintenance', read, maintenanceCallLines);
  });
}
