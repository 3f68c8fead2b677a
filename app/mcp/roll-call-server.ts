// The MCP server at /mcp: a few tools, read-only, with what every visitor of the page may know.
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { registerNewsTools } from '@/app/mcp/news-tools';
import { READ_ONLY, toolAnswer } from '@/app/mcp/tool-answer';
import { readOverview } from '@/lib/reads/overview';
import { endpointListSchema, endpointSchema } from '@/lib/render/api-v1/api-v1-schema';
import { rollCall, rollCallLines } from '@/lib/render/roll-call';
import packageJson from '@/package.json';

const INSTRUCTIONS =
  'Rollcall watches MCP servers. Ask list_servers before blaming a tool that fails: it says which servers are down, ' +
  'since when, and at which stage they broke. list_incidents says what people do about it, list_maintenance what is planned.';

const inputSchema = z.object({
  status: endpointSchema.shape.status.optional().describe('Only servers in this state.'),
  group: z.string().max(200).optional().describe('Only servers of this group, by its exact name.'),
});

/**
 * Looser than the API's schema: clients keep it and refuse an answer that breaks it, so a failure code or a field that
 * a later version adds must not. Shorter too, since some hand it to their model.
 */
const instant = z.string().nullable();
const outputSchema = z.object({
  generatedAt: z.string().describe('RFC 3339, as all instants here.'),
  status: endpointListSchema.shape.status.describe('The worst state of all servers, listed here or not.'),
  servers: z.array(
    endpointSchema
      .extend({ since: instant, code: z.string().nullable(), checkedAt: instant, nextCheckAt: instant })
      .loose(),
  ),
});

/** Made anew for each request: nothing is kept between two. */
export function rollCallServer(): McpServer {
  const server = new McpServer({ name: 'rollcall', version: packageJson.version }, { instructions: INSTRUCTIONS });
  const tool = {
    title: 'List servers',
    description:
      'Lists the monitored MCP servers with their state (up, degraded, down, locked, maintenance, paused, unknown), ' +
      'since when, the stage at which they broke (reach, handshake, tools, dependencies), tool count, latency and uptime.',
    inputSchema,
    outputSchema,
    ...READ_ONLY,
  };
  server.registerTool('list_servers', tool, (filter) => {
    return toolAnswer('list_servers', () => rollCall(readOverview(Date.now()), filter), rollCallLines);
  });
  registerNewsTools(server);
  return server;
}
