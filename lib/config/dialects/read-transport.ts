// From an entry's keys to one transport, whichever client's words it uses. Checks shape only: variables are still in it.
import type { Fault } from '@/lib/config/entries/fault';
import { formatPath, type JSONPath } from '@/lib/config/files/json-document';
import { faultsOf } from '@/lib/config/settings/schema-fault';
import { inCommonWords } from './common-words';
import type { Dialect } from './dialects';
import { type Entry, entrySchema } from './entry-keys';
import type { NamedText, RemoteTransport, StdioTransport, Transport } from './transport';

export interface TransportReading {
  /** Null when there are faults, or when it names neither a command nor a URL. */
  transport: Transport | null;
  isDisabled: boolean;
  faults: Fault[];
}

interface EntryAt {
  entry: Entry;
  path: JSONPath;
  dialect: Dialect;
}

export function readTransport(value: unknown, path: JSONPath, dialect: Dialect): TransportReading {
  const parsed = entrySchema.safeParse(inCommonWords(withoutNulls(value), dialect));
  if (!parsed.success) {
    const faults = faultsOf(parsed.error.issues).map((fault) => {
      const subject = fault.path.length === 0 ? 'the entry' : formatPath(fault.path);
      const message = `${subject} ${fault.message}`;
      return { path: [...path, ...fault.path], message, remedy: 'Write it as MCP clients want it.' };
    });
    return { transport: null, isDisabled: false, faults };
  }
  const entry = parsed.data;
  const isDisabled = entry.disabled === true || entry.enabled === false;
  const { transport, fault } = chooseTransport({ entry, path, dialect });
  return { transport, isDisabled, faults: fault === null ? [] : [fault] };
}

function chooseTransport(at: EntryAt): { transport: Transport | null; fault: Fault | null } {
  const { entry, path } = at;
  const typeKey = (['type', 'transport', 'transportType'] as const).find((key) => entry[key] !== undefined);
  const type = typeKey === undefined ? null : normalizeType(entry[typeKey] ?? '');
  if (typeKey !== undefined && type === null) {
    const message = `the ${typeKey} is none of http, sse and stdio`;
    return { transport: null, fault: { path: [...path, typeKey], message, remedy: 'Use one of them.' } };
  }
  const stdio = readStdio(at);
  const remote = readRemote(at, type);
  // Both: the type decides; without one the command, as clients have it.
  const transport = type === 'http' || type === 'sse' ? (remote ?? stdio) : (stdio ?? remote);
  return { transport, fault: null };
}

/** streamable-http, streamableHttp, streamable_http and opencode's `remote` are all http. */
function normalizeType(type: string): 'http' | 'sse' | 'stdio' | null {
  switch (type.toLowerCase().replace(/[-_ ]/g, '')) {
    case 'http':
    case 'https':
    case 'streamablehttp':
      return 'http';
    case 'sse':
      return 'sse';
    case 'stdio':
    case 'local':
      return 'stdio';
    case 'remote':
      return 'http';
    default:
      return null;
  }
}

function readStdio({ entry, path }: EntryAt): StdioTransport | null {
  const { command } = entry;
  if (command === undefined) return null;
  const at = [...path, 'command'];
  const args = textsAt(entry.args, [...path, 'args']);
  const env = [...namedTexts(entry.env, [...path, 'env']), ...namedTexts(entry.environment, [...path, 'environment'])];
  const rest = { env, cwd: entry.cwd === undefined ? null : { text: entry.cwd, path: [...path, 'cwd'] } };
  if (typeof command === 'string') return { kind: 'stdio', command: { text: command, path: at }, args, ...rest };
  if (Array.isArray(command)) {
    const [first, ...others] = textsAt(command, at);
    return first === undefined ? null : { kind: 'stdio', command: first, args: [...others, ...args], ...rest };
  }
  return {
    kind: 'stdio',
    command: { text: command.path, path: [...at, 'path'] },
    args: [...textsAt(command.args, [...at, 'args']), ...args],
    ...rest,
    env: [...namedTexts(command.env, [...at, 'env']), ...env],
  };
}

function readRemote({ entry, path, dialect }: EntryAt, type: 'http' | 'sse' | 'stdio' | null): RemoteTransport | null {
  // Gemini CLI: httpUrl is Streamable HTTP; its url is HTTP+SSE, which is found by falling back.
  const key = (['httpUrl', 'serverUrl', 'url'] as const).find((name) => entry[name] !== undefined);
  if (key === undefined) return null;
  const headers = namedTexts(entry.headers, [...path, 'headers']);
  const url = { text: entry[key] ?? '', path: [...path, key] };
  return { kind: 'remote', url, headers, dialect: remoteDialect(type, key, dialect), env: [] };
}

function remoteDialect(type: string | null, urlKey: string, dialect: Dialect): RemoteTransport['dialect'] {
  if (type === 'sse') return 'sse';
  if (type === 'http') return dialect.explicitHttp;
  return urlKey === 'httpUrl' ? 'http' : 'auto';
}

function textsAt(texts: readonly string[] | undefined, path: JSONPath) {
  return (texts ?? []).map((text, i) => ({ text, path: [...path, i] }));
}

function namedTexts(texts: Record<string, string> | undefined, path: JSONPath): NamedText[] {
  return Object.entries(texts ?? {}).map(([name, text]) => ({ name, text, path: [...path, name] }));
}

/** Inside too, since Zed writes `"env": null` into its older `command`. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, key === 'command' ? withoutNulls(item) : item]));
}
