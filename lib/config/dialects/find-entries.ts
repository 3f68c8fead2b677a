// Finds the servers in a parsed file, whichever client wrote it. Does not look into an entry further than to know it as
// one.
import type { JSONPath } from '@/lib/config/files/json-document';
import { BARE, DIALECTS, type Dialect, GEMINI, GEMINI_WORDS, REGISTRY } from './dialects';
import { readRegistryServer } from './registry-server';

export interface RawEntry {
  name: string;
  value: unknown;
  path: JSONPath;
  dialect: Dialect;
}

export interface FoundEntries {
  entries: RawEntry[];
  /** Where something else stands than servers by name. */
  misshapen: JSONPath[];
  /** Some place for servers was found, even if it is empty. */
  hasPlace: boolean;
}

export function findEntries(root: unknown): FoundEntries {
  const places = placesIn(root);
  if (places.length === 0) {
    const registered = readRegistryServer(root);
    if (registered !== null) return { entries: [{ ...registered, dialect: REGISTRY }], misshapen: [], hasPlace: true };
    const entries = namedEntries(root, BARE)?.filter((entry) => isServerLike(entry.value)) ?? [];
    return { entries, misshapen: [], hasPlace: entries.length > 0 };
  }
  const found: FoundEntries = { entries: [], misshapen: [], hasPlace: true };
  for (const { dialect, value } of places) {
    const entries = namedEntries(value, dialect);
    if (entries === null) found.misshapen.push([...dialect.path]);
    else found.entries.push(...entries);
  }
  return found;
}

function placesIn(root: unknown): { dialect: Dialect; value: unknown }[] {
  return [...DIALECTS, ...projectDialects(root)].flatMap((dialect) => {
    const value = dialect.path.reduce<unknown>(property, root);
    if (value === undefined || isOtherDialects(dialect, value)) return [];
    return [{ dialect: isGeminis(dialect, value) ? GEMINI : dialect, value }];
  });
}

/** ~/.claude.json keeps servers of single projects beside those of the person. */
function projectDialects(root: unknown): Dialect[] {
  const projects = property(root, 'projects');
  if (!isObject(projects)) return [];
  return Object.keys(projects).map((folder) => ({
    path: ['projects', folder, 'mcpServers'],
    clients: 'Claude Code',
    explicitHttp: 'http',
    hasBareVariables: false,
  }));
}

function isGeminis(dialect: Dialect, value: unknown): boolean {
  if (dialect.path.join('.') !== 'mcpServers' || !isObject(value)) return false;
  return Object.values(value).some((entry) => GEMINI_WORDS.some((word) => property(entry, word) !== undefined));
}

/** By name, or as a list whose items carry a `name` (Continue). Null for anything else. */
function namedEntries(value: unknown, dialect: Dialect): RawEntry[] | null {
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => {
      const name = property(item, 'name');
      return { name: typeof name === 'string' ? name : '', value: item, path: [...dialect.path, i], dialect };
    });
  }
  if (!isObject(value)) return null;
  return Object.entries(value).map(([name, entry]) => ({ name, value: entry, path: [...dialect.path, name], dialect }));
}

/** `mcp` that holds `servers` is VS Code's or opencode 2's, unless "servers" is the name of one of opencode's servers. */
function isOtherDialects(dialect: Dialect, value: unknown): boolean {
  const place = dialect.path.join('.');
  if (place === 'mcp.servers') return isServerLike(value);
  const servers = property(value, 'servers');
  return place === 'mcp' && isObject(servers) && !isServerLike(servers);
}

/** Told by texts and lists, since a server may well be called "command" or "url". */
function isServerLike(value: unknown): boolean {
  return (
    Array.isArray(property(value, 'command')) ||
    ['command', 'url', 'serverUrl', 'httpUrl'].some((key) => typeof property(value, key) === 'string')
  );
}

function property(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
