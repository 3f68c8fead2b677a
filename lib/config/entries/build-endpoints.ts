// Joins what the files say to the list of endpoints: entries with their settings, health URLs that stand alone, one slug
// each. Reads nothing from disk.
import { homedir } from 'node:os';
import { type AllowStdio, type EnvironmentVariables, PRIVATE_VARIABLES } from '@/lib/config/environment/env';
import type { NamedEntry } from '@/lib/config/files/file-content';
import type { GatheredFile } from '@/lib/config/files/gather-files';
import type { SettingsLayer } from '@/lib/config/settings/layered-settings';
import {
  collectSettings,
  healthAlone,
  type NamedSettings,
  type Source,
  warnOfIdleSettings,
} from '@/lib/config/settings/named-settings';
import type { Endpoint } from '@/lib/core/endpoint';
import { uniqueSlugs } from '@/lib/core/words/slug';
import { type Candidate, type Merged, mergeDuplicates } from './merge-duplicates';
import type { SourceFile } from './resolve-context';
import { resolveEndpoint } from './resolve-endpoint';

export interface BuildRequest {
  files: readonly GatheredFile[];
  variables: Variables;
  allowStdio: AllowStdio;
  /** Some file could not be read, so a server that is missing may be in it. */
  mayMissNames: boolean;
}

/** What placeholders are replaced by. */
export interface Variables {
  env: EnvironmentVariables;
  /** Opened, by name. */
  secrets: ReadonlyMap<string, string>;
}

export interface BuiltEndpoints {
  endpoints: Endpoint[];
  /** Values that must never be shown, by slug. */
  secrets: Map<string, string[]>;
  /** What each was made of, by slug, in the order in which slugs were given. */
  entries: Map<string, NamedEntry>;
}

export function buildEndpoints({ files, variables, allowStdio, mayMissNames }: BuildRequest): BuiltEndpoints {
  const sources = files.map((file) => sourceOf(file, variables));
  const settings = collectSettings(sources);
  const resolve = (entry: NamedEntry, file: SourceFile) => resolveEntry({ entry, file, settings, allowStdio });
  const candidates = sources.flatMap(({ file, content }) =>
    content.kind === 'mcp' ? content.entries.map((entry) => resolve(entry, file)) : [],
  );
  const names = new Set(candidates.map(({ endpoint }) => endpoint.name));
  const alone = healthAlone(settings, names).map(({ entry, file }) => resolve(entry, file));
  if (!mayMissNames) warnOfIdleSettings(settings, names);
  return withSlugs(mergeDuplicates([...candidates, ...alone]));
}

export function sourceOf(
  { name, content, problems, workspaceFolder, isPanel }: GatheredFile,
  { env, secrets }: Variables,
): Source {
  const scope = {
    // Own properties only, so that ${constructor} is not set.
    lookUp: (variable: string) => (Object.hasOwn(env, variable) ? env[variable] : undefined),
    isPrivate: (variable: string) => PRIVATE_VARIABLES.has(variable),
    secrets,
    workspaceFolder,
    userHome: env.HOME ?? homedir(),
  };
  return { file: { name, problems, scope, isPanel }, content };
}

interface EntryRequest {
  entry: NamedEntry;
  file: SourceFile;
  settings: NamedSettings;
  allowStdio: AllowStdio;
}

function resolveEntry({ entry, file, settings, allowStdio }: EntryRequest): Candidate {
  const own: SettingsLayer = { settings: entry.settings, path: [...entry.path, 'rollcall'], file };
  const particular = settings.byName.get(entry.name);
  const layers = particular === undefined ? [own] : [particular, own];
  return { ...resolveEndpoint({ entry, file, layers, defaults: settings.defaults, allowStdio }), entry, file };
}

function withSlugs(merged: readonly Merged[]): BuiltEndpoints {
  const slugs = uniqueSlugs(merged.map(({ endpoint }) => endpoint.name));
  const built: BuiltEndpoints = { endpoints: [], secrets: new Map(), entries: new Map() };
  for (const [i, { endpoint, secrets, entry, file, namesake }] of merged.entries()) {
    const slug = slugs[i];
    if (slug === undefined) continue;
    built.endpoints.push({ slug, ...endpoint });
    built.secrets.set(slug, secrets);
    built.entries.set(slug, entry);
    if (namesake === null) continue;
    const message = `"${entry.name}" means another server in ${namesake.file.name} than here in ${file.name}; this one is "${slug}"`;
    file.problems.warn(entry.path, message, 'Rename one of them, or remove it.');
  }
  return built;
}
