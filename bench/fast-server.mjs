// An MCP server that costs next to nothing: Streamable HTTP of 2025-11-25 with sessions and 20 tools, answers made
// beforehand. Every path is a server of its own. Prints its port and runs until it is killed.
import { createServer } from 'node:http';

const VERSION = '2025-11-25';
const tools = Array.from({ length: 20 }, (_, index) => ({
  name: `tool_${index}`,
  description: 'Reads one record of the benchmark by its key, with all of its fields.',
  inputSchema: {
    type: 'object',
    properties: { key: { type: 'string' }, depth: { type: 'integer' } },
    required: ['key'],
  },
}));
const RESULTS = new Map([
  ['initialize', { protocolVersion: VERSION, capabilities: { tools: {} }, serverInfo: { name: 'fast', version: '1' } }],
  ['tools/list', { tools }],
]);
const JSON_TYPE = { 'content-type': 'application/json' };
let sessions = 0;

function answer(request, response, text) {
  if (request.method === 'DELETE') return response.writeHead(200).end();
  if (request.method !== 'POST') return response.writeHead(405).end();
  const { id, method } = JSON.parse(text);
  if (id === undefined) return response.writeHead(202).end();
  const result = RESULTS.get(method);
  const session = method === 'initialize' ? { 'mcp-session-id': `session-${++sessions}` } : {};
  const error = { code: -32601, message: 'Method not found' };
  response.writeHead(200, { ...JSON_TYPE, ...session });
  response.end(JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error }) }));
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
