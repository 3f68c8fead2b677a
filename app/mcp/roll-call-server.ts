// The MCP server at /mcp: one tool, read-only, with what every visitor of the page may know.
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { requestLog } from '@/app/request-log';
import { readOverview } from '@/lib/reads/overview';
import { endpointListSchema, endpointSchema } from '@/lib/render/api-v1/api-v1-schema';
import { type RollCallFilter, rollCall, rollCallLines } from '@/lib/render/roll-call';
import packageJson from '@/package.json';

const INSTRUCTIONS =
  'Rollcall watches MCP servers. Ask list_servers before blaming a tool that fails: it says which servers are down, ' +
  'since when, and at which stage they broke.';

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
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
  server.registerTool('list_servers', tool, listServers);
  return server;
}

function listServers(filter: RollCallFilter) {
  try {
    const structuredContent = rollCall(readOverview(Date.now()), filter);
    return { content: [{ type: 'text' as const, text: rollCallLines(structuredContent) }], structuredContent };
  } catch (error) {
    // The SDK would tell the caller what was thrown.
    requestLog().error({ err: error }, 'list_servers failed');
    return { content: [{ type: 'text' as const, text: 'Rollcall could not read its database.' }], isError: true };
  }
}
