// What somebody pasted or dropped, in whatever client's words, as servers in the words of our own files. Pure and bounded; knows
// nothing of what is configured already.
import { commonEntry } from '@/lib/config/dialects/common-entry';
import { findEntries } from '@/lib/config/dialects/find-entries';
import type { NamedEntry } from '@/lib/config/files/file-content';
import { createFileProblems, type FileProblems } from '@/lib/config/files/file-problems';
import type { JsonDocument } from '@/lib/config/files/json-document';
import { formatOfName, formatOfText, parseDocument } from '@/lib/config/files/parse-document';
import { readMcpFile } from '@/lib/config/files/read-mcp-file';
import { readRollcallFile } from '@/lib/config/files/read-rollcall-file';
import type { RollcallFile } from '@/lib/config/settings/rollcall-schema';
import type { ConfigProblem } from '@/lib/core/config-problem';

export interface ImportSource {
  /** Of the file, or what stands for it: "pasted". */
  name: string;
  text: string;
}

export interface ImportedServer {
  /** Unlike any other of this import. */
  name: string;
  source: string;
  /** Who writes such files, for people. */
  clients: string;
  /** As under `mcpServers`; null for a health URL alone. Holds what was pasted: secrets too. */
  entry: Record<string, unknown> | null;
  settings: Record<string, unknown>;
}

export interface ImportReading {
  servers: ImportedServer[];
  /** What a rollcall.json says beside its servers; empty without one. */
  rest: Record<string, unknown>;
  /** The same, checked; for what has to know its shape. */
  checkedRest: RollcallFile;
  problems: ConfigProblem[];
  /** Servers beyond the limit. */
  leftOutCount: number;
}

/** Of all that is pasted at once: it travels in the form, twice, and a request has at most 1 MB. */
export const IMPORT_LENGTH_LIMIT = 256 * 1024;
const IMPORT_SERVER_LIMIT = 200;

export function readImport(sources: readonly ImportSource[]): ImportReading {
  const readings = sources.filter(({ text }) => text.trim() !== '').map(readSource);
  const rest: Record<string, unknown> = {};
  const checkedRest: RollcallFile = {};
  const settings = new Map<string, Record<string, unknown>>();
  for (const { rollcall } of readings) {
    const { endpoints, order: _order, $schema: _schema, ...others } = { ...rollcall?.written };
    Object.assign(rest, others);
    Object.assign(checkedRest, rollcall?.config);
    for (const [name, own] of Object.entries(Object(endpoints))) settings.set(name, { ...Object(own) });
  }
  const entries = readings.flatMap(({ entries: own }) => own);
  const servers = unique([...entries, ...alone(settings, new Set(entries.map(({ name }) => name)))]).map((server) => ({
    ...server,
    settings: { ...server.settings, ...withoutType(settings.get(server.name)) },
  }));
  return {
    servers: servers.slice(0, IMPORT_SERVER_LIMIT),
    rest,
    checkedRest,
    problems: readings.flatMap(({ problems }) => problems.list),
    leftOutCount: Math.max(0, servers.length - IMPORT_SERVER_LIMIT),
  };
}

interface SourceReading {
  entries: ImportedServer[];
  rollcall: { written: Readonly<Record<string, unknown>>; config: RollcallFile } | null;
  problems: FileProblems;
}

function readSource({ name, text }: ImportSource): SourceReading {
  const parsed = parseDocument(text.replace(/^\ufeff/, ''), formatOfName(name) ?? formatOfText(text));
  if (!parsed.ok) {
    const problems = createFileProblems(name, () => parsed.fault.position);
    problems.error([], parsed.fault.message, parsed.fault.remedy);
    return { entries: [], rollcall: null, problems };
  }
  const problems = createFileProblems(name, parsed.document.locate);
  if (isRollcall(parsed.document)) {
    return { entries: [], rollcall: readRollcallFile(parsed.document, problems).content, problems };
  }
  const content = readMcpFile(parsed.document, problems, false);
  return { entries: content?.entries.map((entry) => imported(entry, name)) ?? [], rollcall: null, problems };
}

const ROLLCALL_KEYS = ['page', 'defaults', 'endpoints', 'channels', 'routes', 'maintenance', 'order'];

function isRollcall({ value }: JsonDocument): boolean {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return keys.some((key) => ROLLCALL_KEYS.includes(key)) && !findEntries(value).hasPlace;
}

function imported({ name, transport, written, dialect, isDisabled }: NamedEntry, source: string): ImportedServer {
  const { rollcall: _own, ...raw } = { ...Object(written.entry) };
  // What could not be understood is shown as it is, with the reason, and can still be mended in the panel.
  const entry = transport === null ? raw : { ...commonEntry(transport), ...(isDisabled && { disabled: true }) };
  return {
    name: name === '' || name === '__proto__' ? 'server' : name,
    source,
    clients: dialect.clients,
    entry,
    settings: { ...written.settings },
  };
}

function alone(settings: ReadonlyMap<string, Record<string, unknown>>, known: ReadonlySet<string>): ImportedServer[] {
  return [...settings].flatMap(([name, own]) => {
    if (own.type !== 'health' || known.has(name)) return [];
    return [{ name, source: 'rollcall.json', clients: 'Rollcall', entry: null, settings: {} }];
  });
}

function withoutType(settings: Record<string, unknown> = {}): Record<string, unknown> {
  const { type: _type, ...rest } = settings;
  return rest;
}

/** The same server from two files is one; another one of the same name gets a number. */
function unique(servers: readonly ImportedServer[]): ImportedServer[] {
  const byName = new Map<string, ImportedServer>();
  for (const server of servers) {
    let name = server.name;
    for (let number = 2; byName.has(name) && !isSame(byName.get(name), server); number++)
      name = `${server.name} ${number}`;
    if (!byName.has(name)) byName.set(name, { ...server, name });
  }
  return [...byName.values()];
}

function isSame(a: ImportedServer | undefined, b: ImportedServer): boolean {
  return JSON.stringify(a?.entry) === JSON.stringify(b.entry);
}
