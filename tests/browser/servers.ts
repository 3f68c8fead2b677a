// Real MCP servers for browser tests: server-everything from npm as its users start it, and one with a /health.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { until } from './rollcall';

const everything = fileURLToPath(new URL('../../node_modules/.bin/mcp-server-everything', import.meta.url));

/** The command line of server-everything over stdio, for an mcp.json. */
export const EVERYTHING_STDIO = { command: process.execPath, args: [everything, 'stdio'] };

export interface RunningServer {
  stop: () => Promise<void>;
}

/** server-everything over Streamable HTTP at /mcp. */
export async function startEverything(port: number): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, [everything, 'streamableHttp'], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/mcp`;
  // Any answer will do: the question is only whether it listens.
  await until('server-everything listens', async () => (await fetch(url, { method: 'DELETE' })).status > 0, 15_000);
  return {
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

export interface WarehouseServer extends RunningServer {
  /** What /health says from now on. */
  setHealth: (checks: Record<string, string>) => void;
}

/** An MCP server with two tools, and a /health in the form of the Amazon Q guide. */
export async function startWarehouse(port: number): Promise<WarehouseServer> {
  let checks: Record<string, string> = { mcp: 'ok', iam_credentials: 'ok', dynamodb: 'ok' };
  const server: Server = createServer((request, response) => {
    if (request.url === '/health') {
      const isWell = Object.values(checks).every((state) => state === 'ok');
      response.writeHead(isWell ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(checks));
      return;
    }
    void answerMcp(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    setHealth: (next) => {
      checks = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answerMcp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const server = new McpServer({ name: 'warehouse', version: '2.4.0' });
  for (const name of ['query_table', 'describe_table']) {
    server.registerTool(name, { description: `Runs ${name}.`, inputSchema: {} }, () => ({ content: [] }));
  }
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response);
}
