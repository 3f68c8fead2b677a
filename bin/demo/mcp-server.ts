// A made-up server as a real MCP server, for any transport: it lists its tools, and a call of one says that this is a
// demo; one without tools offers prompts. Knows nothing of HTTP.
import { Server } from '@modelcontextprotocol/server';
import type { DemoServer, Mood } from './demo-server';
import { editionAt, toolsIn } from './outcome-of';

const PROMPTS = [
  { name: 'interview_guide', description: 'Questions for an hour with somebody who uses it.' },
  { name: 'review_checklist', description: 'What to look at before a design is called done.' },
];

/** `thinkMs`: how long it takes over its tool list. */
export function createDemoMcp(server: DemoServer, { mood, thinkMs }: { mood: Mood; thinkMs: number }): Server {
  const edition = editionAt(server, 0);
  const hasTools = edition !== null && edition.tools.length > 0;
  const capabilities = hasTools ? { tools: {} } : { prompts: {} };
  const mcp = new Server({ name: server.name, version: edition?.version ?? '0' }, { capabilities });
  if (!hasTools) {
    mcp.setRequestHandler('prompts/list', () => ({ prompts: PROMPTS }));
    return mcp;
  }
  mcp.setRequestHandler('tools/list', async () => {
    await new Promise((resolve) => setTimeout(resolve, thinkMs));
    return { tools: toolsIn({ server, mood, edition }).map(asListed) };
  });
  mcp.setRequestHandler('tools/call', (request) => ({
    content: [{ type: 'text', text: `${request.params.name} is a tool of a demo server: it does nothing.` }],
  }));
  return mcp;
}

/** On the wire what is not there is left out. */
function asListed({ name, description, inputSchema }: ReturnType<typeof toolsIn>[number]) {
  return { name, ...(description === null ? {} : { description }), inputSchema };
}
