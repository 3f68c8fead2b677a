// From ROLLCALL_CONFIG to endpoints: finds and reads the files, puts settings and variables in, says what is wrong. Never
// throws for anything in a file or on a disk. Blocks while it reads: made for the loop's worker.

import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ResolvedChannel, resolveChannels } from '@/lib/config/channels/resolve-channels';
import { resolveRoutes } from '@/lib/config/channels/resolve-routes';
import { buildEndpoints, sourceOf, type Variables } from '@/lib/config/entries/build-endpoints';
import type { SourceFile } from '@/lib/config/entries/resolve-context';
import type { AllowStdio, EnvironmentVariables } from '@/lib/config/environment/env';
import type { FileContent, NamedEntry, RollcallContent } from '@/lib/config/files/file-content';
import type { ConfigNote } from '@/lib/config/files/file-problems';
import { type GatheredFile, gatherFiles } from '@/lib/config/files/gather-files';
import { type MaintenancePlan, maintenancePlans } from '@/lib/config/maintenance/maintenance-plans';
import { NO_PANEL, type PanelConfig, panelFiles } from '@/lib/config/panel/panel-config';
import type { RetentionSettings } from '@/lib/config/settings/retention-schema';
import type { RollcallFile } from '@/lib/config/settings/rollcall-schema';
import type { AlertRoute } from '@/lib/core/alert/alert-route';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { Endpoint } from '@/lib/core/endpoint';
import type { AnnouncementSeverity, PageLogo } from '@/lib/core/page-settings';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { readLogo } from './page-logo';
import { configFingerprint } from './watch-config';

export interface LoadRequest {
  /** ROLLCALL_CONFIG: a file or a folder. */
  path: string;
  /** What variables in the files are taken from. */
  env: EnvironmentVariables;
  allowStdio: AllowStdio;
  /** The last result, for what is broken now; null at first. */
  previous: LoadedConfig | null;
  /** What was configured in the panel; files win over it. */
  panel?: PanelConfig;
  /** Secrets given in the panel, opened, by name. */
  storedSecrets?: ReadonlyMap<string, string>;
}

/** Holds expanded secrets and functions: for this thread only, never stored or posted. */
export interface LoadedConfig {
  /** In the order of the files, rollcall.json's own at the end. */
  endpoints: Endpoint[];
  page: PageSettings;
  /** Null when none is named or it cannot be shown. */
  logo: PageLogo | null;
  /** Past ones too. */
  maintenance: MaintenancePlan[];
  /** Those that are off too. */
  channels: ResolvedChannel[];
  /** Null when the file names none: then every channel gets what is urgent. */
  routes: AlertRoute[] | null;
  /** How long history is kept. */
  retention: RetentionSettings;
  /** Each rollcall.json with what is sound in it, in the order in which they count; the panel's is the last. */
  rollcalls: RollcallPart[];
  problems: ConfigProblem[];
  /** What was done that an author may not expect; nothing to mend. */
  notes: ConfigNote[];
  /**
   * Names of files with an error. Their last good content counts; after a restart there is none, so what they named must
   * not be archived.
   */
  brokenFiles: string[];
  /** False when there is no file at all: more likely a lost mount than a wish, so nothing must be archived. */
  isFound: boolean;
  /** Values that must never be shown or logged, by slug. */
  secrets: Map<string, string[]>;
  /** As configFingerprint gave it just before the files were read. */
  fingerprint: string;
  /** By file name: what counts while a file is broken. */
  lastGood: ReadonlyMap<string, FileContent>;
  written: WrittenConfig;
}

/** What the configuration was made of, before variables were put in; for whoever writes it elsewhere. */
export interface WrittenConfig {
  /** By slug, in the order in which slugs were given. */
  entries: ReadonlyMap<string, NamedEntry>;
  /** Each rollcall.json, files before the panel. */
  rollcalls: RollcallContent[];
}

export interface RollcallPart {
  /** Name of the file; null for the panel. */
  source: string | null;
  /** Variables are not put in; a secret that people wrote into a file is in it. */
  config: RollcallFile;
}

export interface PageSettings {
  title: string;
  /** IANA name. */
  timezone: string;
  /** Of the public pages. */
  language: Language;
  /** Public address from the file; ROLLCALL_URL wins over it. */
  url: string | null;
  /** Looks, as they stand in the file. */
  logo?: string;
  links?: { label: string; url: string }[];
  accent?: string;
  announcement?: { text: string; severity: AnnouncementSeverity };
  footer?: string;
}

export function loadConfig({
  path,
  env,
  allowStdio,
  previous,
  panel = NO_PANEL,
  storedSecrets,
}: LoadRequest): LoadedConfig {
  // Taken first, so that a change while the files are read shows at the next look.
  const fingerprint = configFingerprint(path);
  const lastGood = previous?.lastGood ?? new Map<string, FileContent>();
  const gathered = gatherFiles(path, lastGood);
  const folder = statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
  const fromPanel = panelFiles(panel, folder);
  const files = [...gathered.files, ...fromPanel.flatMap(({ file }) => file ?? [])];
  const reports = [...gathered.reports, ...fromPanel.map(({ report }) => report)];
  const variables = { env, secrets: storedSecrets ?? new Map<string, string>() };
  const mayMissNames = gathered.brokenFiles.length > 0;
  const { endpoints, secrets, entries } = buildEndpoints({ files, variables, allowStdio, mayMissNames });
  const sources = rollcallSources(files, variables);
  const page: PageSettings = { ...DEFAULT_PAGE, ...mergedPage(sources) };
  const context = { sources, endpoints, mayMissNames, timezone: page.timezone };
  return {
    endpoints: placed(endpoints, { ...panel, order: orderOf(sources, panel) }),
    page,
    logo: logoOf(sources, folder),
    maintenance: plansOf(context),
    ...alertingOf(context),
    retention: Object.assign({}, ...sources.toReversed().map(({ config }) => config.retention)),
    rollcalls: sources.map(({ config, file }) => ({ source: file.isPanel ? null : file.name, config })),
    problems: [...gathered.problems, ...reports.flatMap((report) => report.list)],
    notes: reports.flatMap((report) => report.notes),
    brokenFiles: gathered.brokenFiles,
    isFound: gathered.isFound,
    secrets,
    fingerprint,
    lastGood: new Map(gathered.files.map(({ name, content }) => [name, content])),
    written: { entries, rollcalls: files.flatMap(({ content }) => (content.kind === 'rollcall' ? content : [])) },
  };
}

const DEFAULT_PAGE: PageSettings = { title: 'Rollcall', timezone: 'UTC', language: DEFAULT_LANGUAGE, url: null };

/** A rollcall.json, or what the panel holds in its place. */
interface RollcallSource {
  config: RollcallFile;
  file: SourceFile;
}

/** Files before the panel. */
function rollcallSources(files: readonly GatheredFile[], variables: Variables): RollcallSource[] {
  return files.flatMap((file) =>
    file.content.kind === 'rollcall' ? [{ config: file.content.config, file: sourceOf(file, variables).file }] : [],
  );
}

/** Key by key; files win. */
function mergedPage(sources: readonly RollcallSource[]): RollcallFile['page'] {
  return Object.assign({}, ...sources.toReversed().map(({ config }) => config.page));
}

/** From beside the file that names it. */
function logoOf(sources: readonly RollcallSource[], folder: string): PageLogo | null {
  const source = sources.find(({ config }) => config.page?.logo !== undefined);
  if (!source?.config.page?.logo) return null;
  const read = readLogo(join(folder, source.config.page.logo));
  if (read.ok) return read.logo;
  source.file.problems.warn(['page', 'logo'], read.message, read.remedy);
  return null;
}

/** What a person put in order goes before what a file says. */
function orderOf(sources: readonly RollcallSource[], { order }: PanelConfig): readonly string[] {
  return order.length > 0 ? order : (sources.find(({ config }) => config.order !== undefined)?.config.order ?? []);
}

/** What lies over files and panel alike: the order of the page, and who was paused by a person. */
function placed(endpoints: readonly Endpoint[], { order, paused }: PanelConfig): Endpoint[] {
  const places = new Map(order.map((slug, place) => [slug, place]));
  const rested = new Set(paused);
  return endpoints
    .map((endpoint) => (rested.has(endpoint.slug) ? { ...endpoint, paused: true } : endpoint))
    .sort((a, b) => (places.get(a.slug) ?? order.length) - (places.get(b.slug) ?? order.length));
}

interface SourceContext {
  sources: readonly RollcallSource[];
  endpoints: readonly Endpoint[];
  mayMissNames: boolean;
  timezone: string;
}

function plansOf({ sources, endpoints, mayMissNames, timezone }: SourceContext): MaintenancePlan[] {
  const names = new Set(endpoints.map(({ name }) => name));
  const groups = new Set(endpoints.flatMap(({ group }) => group ?? []));
  return sources.flatMap(({ config, file: { problems } }) =>
    maintenancePlans(config.maintenance ?? [], { timezone, names, groups, mayMissNames, problems }),
  );
}

function alertingOf({
  sources,
  endpoints,
  mayMissNames,
  timezone,
}: SourceContext): Pick<LoadedConfig, 'channels' | 'routes'> {
  const channels = new Map<string, ResolvedChannel>();
  for (const { config, file } of sources) {
    for (const channel of resolveChannels(config.channels ?? {}, file)) {
      if (!channels.has(channel.name)) channels.set(channel.name, channel);
      else
        file.problems.warn(
          ['channels', channel.name],
          'a file has a channel of this name, which counts',
          'Rename one.',
        );
    }
  }
  const all = [...channels.values()];
  const routes = sources.flatMap(({ config, file: { problems } }) =>
    config.routes?.length
      ? resolveRoutes(config.routes, { channels: all, endpoints, timezone, mayMissNames, problems })
      : [],
  );
  return { channels: all, routes: sources.some(({ config }) => config.routes?.length) ? routes : null };
}
