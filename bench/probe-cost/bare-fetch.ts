// The requests of a check, made with Node's own fetch and nothing around it: no limits, no record, no judgement. What a
// check costs is measured against this.
import { type Dialect, TOOL_COUNT } from './dialect';

export interface BareVisit {
  url: string;
  dialect: Dialect;
  /** Ends the connection with the last request, as the minute between two checks would. */
  closes: boolean;
}

type Headers = Record<string, string>;

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const CLIENT_INFO = { name: 'rollcall', version: '0.0.0' };
const LEGACY = '2025-11-25';
const MODERN = '2026-07-28';
const META = {
  'io.modelcontextprotocol/protocolVersion': MODERN,
  'io.modelcontextprotocol/clientInfo': CLIENT_INFO,
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** @throws Error when the server did not list what it should */
export async function visitBare(visit: BareVisit): Promise<void> {
  const count = visit.dialect === 'modern' ? await visitModern(visit) : await visitLegacy(visit);
  if (count !== TOOL_COUNT) throw new Error(`${count} tools are listed`);
}

async function visitLegacy({ url, dialect, closes }: BareVisit): Promise<number> {
  const params = { protocolVersion: LEGACY, capabilities: {}, clientInfo: CLIENT_INFO };
  const opened = await post(url, { id: 0, method: 'initialize', params });
  read(await opened.text(), dialect);
  const headers = {
    'mcp-session-id': opened.headers.get('mcp-session-id') ?? '',
    'mcp-protocol-version': LEGACY,
  };
  await (await post(url, { method: 'notifications/initialized' }, headers)).text();
  const listed = await post(url, { id: 1, method: 'tools/list', params: {} }, headers);
  const count = countTools(read(await listed.text(), dialect));
  await (await fetch(url, { method: 'DELETE', headers: { ...headers, ...closing(closes) } })).text();
  return count;
}

async function visitModern({ url, dialect, closes }: BareVisit): Promise<number> {
  const ask = (id: number, method: string, more: Headers = {}) =>
    post(
      url,
      { id, method, params: { _meta: META } },
      { 'mcp-protocol-version': MODERN, 'mcp-method': method, ...more },
    );
  read(await (await ask(0, 'server/discover')).text(), dialect);
  const listed = await ask(1, 'tools/list', closing(closes));
  return countTools(read(await listed.text(), dialect));
}

function closing(closes: boolean): Headers {
  return closes ? { connection: 'close' } : {};
}

function post(url: string, message: object, headers: Headers = {}): Promise<Response> {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return fetch(url, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body });
}

function read(text: string, dialect: Dialect): unknown {
  return JSON.parse(dialect === 'sse' ? text.slice(text.indexOf('data: ') + 6) : text);
}

function countTools(message: unknown): number {
  const { result }: { result?: { tools?: unknown[] } } = Object(message);
  return result?.tools?.length ?? 0;
}
