// A parsed mcp.json, of whichever client, into named entries. Keeps variables as they are written.

import { KNOWN_ENTRY_KEYS } from '@/lib/config/dialects/entry-keys';
import { findEntries, type RawEntry } from '@/lib/config/dialects/find-entries';
import { readTransport } from '@/lib/config/dialects/read-transport';
import { suggestion } from '@/lib/config/settings/did-you-mean';
import { type EndpointSettings, endpointSettingsSchema } from '@/lib/config/settings/endpoint-settings-schema';
import { type LenientResult, parseLeniently } from '@/lib/config/settings/parse-leniently';
import type { McpContent, NamedEntry } from './file-content';
import type { FileProblems } from './file-problems';
import type { JsonDocument } from './json-document';
import { entryName, oneLine } from './one-line';

/**
 * Null when the file is broken; the problems then hold an error. `mayHoldNone`: the client keeps other things in it too, so
 * neither a lack of servers nor another shape under their key is worth a word.
 */
export function readMcpFile(document: JsonDocument, problems: FileProblems, mayHoldNone: boolean): McpContent | null {
  const { entries, misshapen, hasPlace } = findEntries(document.value);
  const isBroken = misshapen.length > 0 && !mayHoldNone;
  for (const path of isBroken ? misshapen : []) {
    problems.error(
      path,
      `"${path.join('.')}" must be an object { … } of servers by name`,
      'Write it as your MCP client does.',
    );
  }
  if (isBroken) return null;
  if (!hasPlace && !mayHoldNone) {
    problems.warn([], 'no servers were found in it', noServersRemedy(document.value));
  }
  return { kind: 'mcp', entries: entries.map((entry) => readEntry(entry, problems)), locate: document.locate };
}

function noServersRemedy(root: unknown): string {
  const keys = typeof root === 'object' && root !== null && !Array.isArray(root) ? Object.keys(root) : [];
  if (keys.some((key) => key === 'endpoints' || key === 'page')) {
    return 'Settings of Rollcall itself belong into a file called rollcall.json.';
  }
  const near = keys.find((key) => suggestion(key, ['mcpServers', 'servers', 'context_servers'], '') !== '');
  if (near !== undefined) return `Is "${oneLine(near, 40)}" meant to be "mcpServers"?`;
  return 'Put them under "mcpServers" (or "servers", as VS Code does).';
}

function readEntry({ name, value, path, dialect }: RawEntry, problems: FileProblems): NamedEntry {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  for (const key of keys.filter((key) => !KNOWN_ENTRY_KEYS.has(key))) {
    const remedy = () => suggestion(key, KNOWN_ENTRY_KEYS, 'Remove it, or leave it for the client that knows it.');
    problems.warn([...path, key], `"${key}" is not a known key and is ignored`, remedy);
  }
  if (keys.includes('envFile')) {
    problems.warn(
      [...path, 'envFile'],
      'envFile is not read',
      'Name the variables the server needs in "env", such as "TOKEN": "${TOKEN}".',
    );
  }
  const reading = readTransport(value, path, dialect);
  const own = keys.includes('rollcall') ? readSettings(value, path, problems) : null;
  const written = { entry: value, settings: { ...Object(own?.sound) } };
  return { name: entryName(name), path, dialect, ...reading, settings: own?.data ?? {}, written };
}

/** What is wrong with them is left out: an entry that a client can use must not fail for what only concerns us. */
function readSettings(
  value: unknown,
  path: NamedEntry['path'],
  problems: FileProblems,
): LenientResult<EndpointSettings> {
  const own = [...path, 'rollcall'];
  const result = parseLeniently(endpointSettingsSchema, Reflect.get(Object(value), 'rollcall'));
  for (const fault of result.faults) problems.warn([...own, ...fault.path], fault.message, fault.remedy);
  return result;
}
