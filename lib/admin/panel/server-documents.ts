// One server in the documents of the panel: put in, taken out, looked up. Pure; knows no validation.
import type { PanelConfig } from '@/lib/config/panel/panel-config';

/** Plain JSON in the words of the files. */
export interface ServerDraft {
  /** Its name in the mcp.json: what its address and history hang on, never changed. */
  name: string;
  /** As a client would have it, without `rollcall`; null for a health URL alone. */
  entry: Record<string, unknown> | null;
  /** As under `endpoints` in a rollcall.json. */
  settings: Record<string, unknown>;
}

type Documents = Pick<PanelConfig, 'mcp' | 'rollcall'>;

/** An MCP server carries its settings under `rollcall`; a health URL alone stands in the other document. */
export function withServer(documents: Documents, { name, entry, settings }: ServerDraft): Documents {
  const cleared = withoutServer(documents, name, { keepPlace: entry !== null });
  if (entry === null) {
    const endpoints = { ...recordAt(cleared.rollcall, 'endpoints'), [name]: { ...settings, type: 'health' } };
    return { ...cleared, rollcall: { ...asRecord(cleared.rollcall), endpoints } };
  }
  const whole = Object.keys(settings).length === 0 ? entry : { ...entry, rollcall: settings };
  const mcpServers = { ...recordAt(cleared.mcp, 'mcpServers'), [name]: whole };
  return { ...cleared, mcp: { ...asRecord(cleared.mcp), mcpServers } };
}

export function withoutServer(documents: Documents, name: string, { keepPlace = false } = {}): Documents {
  const { [name]: _server, ...servers } = recordAt(documents.mcp, 'mcpServers');
  const { [name]: _settings, ...endpoints } = recordAt(documents.rollcall, 'endpoints');
  const mcpServers = keepPlace ? recordAt(documents.mcp, 'mcpServers') : servers;
  return {
    mcp: { ...asRecord(documents.mcp), mcpServers },
    rollcall: { ...asRecord(documents.rollcall), endpoints },
  };
}

/** Null when the panel has none of that name. */
export function serverOf(documents: Documents, name: string): ServerDraft | null {
  const server = own(recordAt(documents.mcp, 'mcpServers'), name);
  if (server !== undefined) {
    const { rollcall, ...entry } = asRecord(server);
    return { name, entry, settings: asRecord(rollcall) };
  }
  const alone = own(recordAt(documents.rollcall, 'endpoints'), name);
  if (alone === undefined) return null;
  const { type, ...settings } = asRecord(alone);
  return type === 'health' ? { name, entry: null, settings } : null;
}

export function asRecord(value: unknown): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : {};
}

function recordAt(document: unknown, key: string): Record<string, unknown> {
  return asRecord(asRecord(document)[key]);
}

/** A server may be called "constructor". */
function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
