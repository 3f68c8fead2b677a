// /mcp: Rollcall's own MCP server, in both protocol eras, without sessions. Guards the door; what is served is in
// roll-call-server.ts.
import { isIP } from 'node:net';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { rollCallServer } from '@/app/mcp/roll-call-server';
import { configuredUrl } from '@/app/public-url';
import { requestLog } from '@/app/request-log';

export const dynamic = 'force-dynamic';

/** A call of a tool is a few hundred bytes. */
const BODY_LIMIT_BYTES = 1024 * 1024;

const handler = createMcpHandler(rollCallServer, {
  maxRequestBodySize: BODY_LIMIT_BYTES,
  // Nothing here ever changes by itself: streams would only be a way to keep connections open.
  maxSubscriptions: 0,
  onerror: (error) => requestLog().debug({ err: error }, 'An MCP request was refused'),
});

/** POST is MCP; the handler refuses the others with 405. */
async function answer(request: Request): Promise<Response> {
  const response = refusal(request) ?? (await handler.fetch(request));
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

/** Without it Next would name every method that is answered, those that are refused too. */
export function OPTIONS(): Response {
  return new Response(null, { status: 204, headers: { allow: 'POST, OPTIONS' } });
}

/**
 * A page of another site must not speak to us in its visitor's network (DNS rebinding): its Origin is neither the host
 * it asks nor ours. With ROLLCALL_URL set, the host must be ours too, or one that no foreign name resolves to.
 */
function refusal(request: Request): Response | undefined {
  const asked = hostnameOf(`http://${request.headers.get('host') ?? ''}`);
  const configured = configuredUrl();
  const ours = configured === null ? [] : [hostnameOf(configured)];
  if (configured !== null) {
    const literal = isIP(asked.replace(/^\[|\]$/g, '')) === 0 ? [] : [asked];
    const refused = hostHeaderValidationResponse(request, [...ours, ...localhostAllowedHostnames(), ...literal]);
    if (refused) return refused;
  }
  return originValidationResponse(request, [...ours, asked]);
}

/** Empty when there is none, which no header equals. */
function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
