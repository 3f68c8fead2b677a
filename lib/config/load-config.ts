// From ROLLCALL_CONFIG to endpoints: finds and reads the files, puts settings and variables in, says what is wrong. Never
// throws for anything in a file or on a disk. Blocks while it reads: made for the loop's worker.

import { type ResolvedChannel, resolveChannels } from '@/lib/config/channels/resolve-channels';
import { resolveRoutes } from '@/lib/config/channels/resolve-routes';
import { buildEndpoints, sourceOf } from '@/lib/config/entries/build-endpoints';
import type { AllowStdio, EnvironmentVariables } from '@/lib/config/environment/env';
import type { FileContent } from '@/lib/config/files/file-content';
import type { ConfigNote } from '@/lib/config/files/file-problems';
import { type GatheredFiles, gatherFiles } from '@/lib/config/files/gather-files';
import { type MaintenancePlan, maintenancePlans } from '@/lib/config/maintenance/maintenance-plans';
import type { RollcallFile } from '@/lib/config/settings/rollcall-schema';
import type { AlertRoute } from '@/lib/core/alert/alert-route';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { Endpoint } from '@/lib/core/endpoint';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { configFingerprint } from './watch-config';

export type { ConfigNote } from '@/lib/config/files/file-problems';

export interface LoadRequest {
  /** ROLLCALL_CONFIG: a file or a folder. */
  path: string;
  /** What variables in the files are taken from. */
  env: EnvironmentVariables;
  allowStdio: AllowStdio;
  /** The last result, for what is broken now; null at first. */
  previous: LoadedConfig | null;
}

/** Holds expanded secrets and functions: for this thread only, never stored or posted. */
export interface LoadedConfig {
  /** In the order of the files, rollcall.json's own at the end. */
  endpoints: Endpoint[];
  page: PageSettings;
  /** Past ones too. */
  maintenance: MaintenancePlan[];
  /** Those that are off too. */
  channels: ResolvedChannel[];
  /** Null when the file names none: then every channel gets what is urgent. */
  routes: AlertRoute[] | null;
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
}

export interface PageSettings {
  title: string;
  /** IANA name. */
  timezone: string;
  /** Of the public pages. */
  language: Language;
  /** Public address from the file; ROLLCALL_URL wins over it. */
  url: string | null;
}

export function loadConfig({ path, env, allowStdio, previous }: LoadRequest): LoadedConfig {
  // Taken first, so that a change while the files are read shows at the next look.
  const fingerprint = configFingerprint(path);
  const lastGood = previous?.lastGood ?? new Map<string, FileContent>();
  const gathered = gatherFiles(path, lastGood);
  if (!gathered.isFound && previous !== null) return heldOver(previous, gathered, fingerprint);
  const { files, brokenFiles, isFound } = gathered;
  const { endpoints, secrets } = buildEndpoints({ files, env, allowStdio, mayMissNames: brokenFiles.length > 0 });
  const config = files.flatMap(({ content }) => (content.kind === 'rollcall' ? [content.config] : []))[0] ?? {};
  const page = { title: 'Rollcall', timezone: 'UTC', language: DEFAULT_LANGUAGE, url: null, ...config.page };
  const { channels, routes } = alertingOf(config, { gathered, endpoints, env });
  const maintenance = plansOf(config, { gathered, endpoints, timezone: page.timezone });
  return {
    endpoints,
    page,
    maintenance,
    channels,
    routes,
    problems: [...gathered.problems, ...gathered.reports.flatMap((report) => report.list)],
    notes: gathered.reports.flatMap((report) => report.notes),
    brokenFiles,
    isFound,
    secrets,
    fingerprint,
    lastGood: new Map(files.map(({ name, content }) => [name, content])),
  };
}

/** All files are gone: everything goes on as before, and the problem is told. */
function heldOver(previous: LoadedConfig, { problems }: GatheredFiles, fingerprint: string): LoadedConfig {
  return { ...previous, problems, notes: [], brokenFiles: [...previous.lastGood.keys()], isFound: false, fingerprint };
}

interface PlanContext {
  gathered: GatheredFiles;
  endpoints: readonly Endpoint[];
  timezone: string;
}

function plansOf(config: RollcallFile, { gathered, endpoints, timezone }: PlanContext): MaintenancePlan[] {
  const file = gathered.files.find(({ content }) => content.kind === 'rollcall');
  if (file === undefined) return [];
  return maintenancePlans(config.maintenance ?? [], {
    timezone,
    names: new Set(endpoints.map(({ name }) => name)),
    groups: new Set(endpoints.flatMap(({ group }) => group ?? [])),
    mayMissNames: gathered.brokenFiles.length > 0,
    problems: file.problems,
  });
}

interface AlertingContext {
  gathered: GatheredFiles;
  endpoints: readonly Endpoint[];
  env: EnvironmentVariables;
}

function alertingOf(
  config: RollcallFile,
  { gathered, endpoints, env }: AlertingContext,
): Pick<LoadedConfig, 'channels' | 'routes'> {
  const file = gathered.files.find(({ content }) => content.kind === 'rollcall');
  if (file === undefined) return { channels: [], routes: null };
  const channels = resolveChannels(config.channels ?? {}, sourceOf(file, env).file);
  const mayMissNames = gathered.brokenFiles.length > 0;
  const context = { channels, endpoints, mayMissNames, problems: file.problems };
  return { channels, routes: config.routes?.length ? resolveRoutes(config.routes, context) : null };
}
