// The whole configuration, of files and panel, as one mcp.json and one rollcall.json that mean the same. Pure. Variables stay as
// they are written; a credential that stands in a file is named by reference, like those that are stored.
import { commonEntry } from '@/lib/config/dialects/common-entry';
import type { NamedEntry } from '@/lib/config/files/file-content';
import type { LoadedConfig } from '@/lib/config/load-config';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import { createLift, type Json, type Lift } from './lift';
import { mergeRollcalls } from './merge-rollcalls';

export interface ExportedConfig {
  mcp: Json;
  rollcall: Json;
  /** What stood in files in clear: to be stored under these names before the export is used. Values never for a page. */
  lifted: LiftedSecret[];
}

/** `storedNames`: of secrets that are stored already. Reads back as `loaded`, but for the sources of the servers. */
export function exportConfig(loaded: LoadedConfig, storedNames: Iterable<string>): ExportedConfig {
  const lift = createLift(storedNames);
  const paused = new Set(loaded.endpoints.filter((endpoint) => endpoint.paused).map(({ slug }) => slug));
  const entries = [...loaded.written.entries];
  const servers = entries.flatMap(([slug, entry]) => {
    if (isAlone(entry)) return [];
    return [{ slug, name: entry.name, value: lift.entry(slug, serverEntry(entry, paused.has(slug))) }];
  });
  const rollcall = mergeRollcalls(loaded.written.rollcalls, lift);
  const endpoints = endpointSettings(rollcall.endpoints, { entries, paused, lift });
  const alone = new Map(entries.flatMap(([slug, entry]) => (isAlone(entry) ? [[entry.name, slug] as const] : [])));
  const readBack = [
    ...servers.map(({ slug }) => slug),
    ...Object.keys(endpoints).flatMap((name) => alone.get(name) ?? []),
  ];
  const order = loaded.endpoints.map(({ slug }) => slug);
  const isReordered = order.some((slug, i) => slug !== readBack[i]);
  return {
    mcp: { mcpServers: serverMap(servers) },
    rollcall: withoutEmpty({ ...rollcall, endpoints, ...(isReordered && { order }) }),
    lifted: lift.secrets,
  };
}

function isAlone({ written }: NamedEntry): boolean {
  return written.entry === null;
}

/** What could not be understood is kept as it is: it has to be told of after the import, too. */
function serverEntry({ transport, written }: NamedEntry, isPaused: boolean): Json {
  const { paused: _told, ...settings } = written.settings;
  if (transport !== null) {
    const rollcall = Object.keys(settings).length > 0 && { rollcall: settings };
    return { ...commonEntry(transport), ...(isPaused && { disabled: true }), ...rollcall };
  }
  return { ...asObject(written.entry), rollcall: { ...settings, paused: isPaused } };
}

/** A text or a number has no place for settings, and could be anything that was pasted by mistake. */
function asObject(entry: unknown): object {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry : { type: 'unreadable' };
}

interface SettingsContext {
  entries: readonly (readonly [string, NamedEntry])[];
  paused: ReadonlySet<string>;
  lift: Lift;
}

/** Who is paused stands in the entries, where two servers of one name can differ. */
function endpointSettings(byName: Json, { entries, paused, lift }: SettingsContext): Json {
  const firstOf = new Map([...entries].reverse().map(([slug, entry]) => [entry.name, { slug, entry }]));
  return Object.fromEntries(
    Object.entries(byName).map(([name, value]) => {
      const first = firstOf.get(name);
      const { paused: _told, ...settings } = { ...Object(value) };
      const isPaused = first !== undefined && isAlone(first.entry) && paused.has(first.slug);
      return [name, lift.entry(first?.slug ?? name, { ...settings, ...(isPaused && { paused: true }) })];
    }),
  );
}

/** By name, as clients have it; a list where a map cannot say it (Continue's form). */
function serverMap(servers: readonly { name: string; value: unknown }[]): unknown {
  const map = Object.fromEntries(servers.map(({ name, value }) => [name, value]));
  const isSaid =
    Object.keys(map).length === servers.length && Object.keys(map).every((name, i) => name === servers[i]?.name);
  return isSaid ? map : servers.map(({ name, value }) => ({ name, ...Object(value) }));
}

function withoutEmpty(rollcall: Json): Json {
  return Object.fromEntries(
    Object.entries(rollcall).filter(([, value]) => Object.keys(Object(value)).length > 0 || typeof value !== 'object'),
  );
}
