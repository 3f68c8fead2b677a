// The answer of the MCP tool list_servers: the servers asked for, and the same in lines a model can read. Pure.

import type { OverallStatus, ShownStatus } from '@/lib/core/status/status';
import type { OverviewView } from '@/lib/core/view';
import { countText } from '@/lib/core/words/format';
import { endpointList } from '@/lib/render/api-v1/api-v1';
import type { EndpointAnswer } from '@/lib/render/api-v1/api-v1-schema';

export interface RollCallFilter {
  status?: ShownStatus | undefined;
  group?: string | undefined;
}

/** A type, not an interface: the SDK wants an object of any keys, which an interface is not. */
export type RollCall = {
  generatedAt: string;
  /** The worst of all servers, listed or not. */
  status: OverallStatus;
  servers: EndpointAnswer[];
};

export function rollCall(view: OverviewView, filter: RollCallFilter): RollCall {
  const { generatedAt, status, endpoints } = endpointList(view);
  const servers = endpoints.filter((server) => {
    const isInState = filter.status === undefined || server.status === filter.status;
    return isInState && (filter.group === undefined || server.group === filter.group);
  });
  return { generatedAt, status, servers };
}

/** "Overall: down. 2 servers." and a line each: "warehouse: down since 2026-11-18T13:41:00.000Z, at reach: refused". */
export function rollCallLines({ generatedAt, status, servers }: RollCall): string {
  const head = `Overall: ${status}. ${countText(servers.length, 'server')} listed, as of ${generatedAt}.`;
  return [head, ...servers.map(line)].join('\n');
}

function line({ slug, title, status, since, stage, message, toolCount }: EndpointAnswer): string {
  const name = title === slug ? slug : `${title} (${slug})`;
  const duration = since === null ? '' : ` since ${since}`;
  const reason = message === null ? '' : `${stage === null ? '' : `, at ${stage}`}: ${message}`;
  const tools = toolCount === null ? '' : ` [${countText(toolCount, 'tool')}]`;
  return `- ${name}: ${status}${duration}${reason}${tools}`;
}
