// An MCP server that costs next to nothing: 20 tools, answers made beforehand. Every path is a server of its own:
// Streamable HTTP of 2025-11-25 with sessions, in event streams below /sse/, and stateless 2026-07-28 below /modern/.
// GET /requests tells how many requests there were. Prints its port and runs until it is killed.
import { createServer } from 'node:http';

const VERSION = '2025-11-25';
const MODERN = '2026-07-28';
const tools = Array.from({ length: 20 }, (_, index) => ({
  name: `tool_${index}`,
  description: 'Reads one record of the benchmark by its key, with all of its fields.',
  inputSchema: {
    type: 'object',
    properties: { key: { type: 'string' }, depth: { type: 'integer' } },
    required: ['key'],
  },
}));
const serverInfo = { name: 'fast', version: '1' };
const LEGACY_RESULTS = new Map([
  ['initialize', { protocolVersion: VERSION, capabilities: { tools: {} }, serverInfo }],
  ['tools/list', { tools }],
]);
const complete = { resultType: 'complete', ttlMs: 0, cacheScope: 'private' };
const MODERN_RESULTS = new Map([
  [
    'server/discover',
    {
      ...complete,
      supportedVersions: [MODERN],
      capabilities: { tools: {} },
      _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
    },
  ],
  ['tools/list', { ...complete, tools }],
]);
const JSON_TYPE = { 'content-type': 'application/json' };
const STREAM_TYPE = { 'content-type': 'text/event-stream' };
let sessions = 0;
let requests = 0;

function answer(request, response, text) {
  if (request.url === '/requests') return response.end(String(requests));
  requests++;
  if (request.method === 'DELETE') return response.writeHead(200).end();
  if (request.method !== 'POST') return response.writeHead(405).end();
  const { id, method } = JSON.parse(text);
  if (id === undefined) return response.writeHead(202).end();
  const isModern = request.url.startsWith('/modern/');
  const result = (isModern ? MODERN_RESULTS : LEGACY_RESULTS).get(method);
  const session = method === 'initialize' ? { 'mcp-session-id': `session-${++sessions}` } : {};
  const error = { code: -32601, message: 'Method not found' };
  const message = JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error }) });
  if (request.url.startsWith('/sse/')) {
    response.writeHead(200, { ...STREAM_TYPE, ...session }).end(`event: message\ndata: ${message}\n\n`);
  } else {
    response.writeHead(200, { ...JSON_TYPE, ...session }).end(message);
  }
}

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => answer(request, response, text));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
