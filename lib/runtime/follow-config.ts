// Keeps the engine on the newest good configuration: loads the files, notices changes, stores what pages need of it
// (settings, maintenance, problems) and logs every problem once.
import type { Db } from '@/db/client';
import { replaceComingWindows } from '@/db/queries/maintenance-windows';
import { writeSetting } from '@/db/queries/settings';
import { inTransaction } from '@/db/transaction';
import type { Environment } from '@/lib/config/environment/env';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import { configFingerprint } from '@/lib/config/watch-config';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { Endpoint } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import type { Engine } from '@/lib/engine/engine';
import { type Logger, redactInLogs } from '@/lib/log/logger';

export interface FollowDeps {
  db: Db;
  engine: Engine;
  environment: Environment;
  now: () => UnixMs;
  log: Logger;
}

export interface Follower {
  /** Applies the files if they changed since the last call; the first call always does. @returns whether it did. */
  look(): boolean;
  /** Expanded variables of an endpoint, for redaction. */
  secretsOf(slug: string): string[];
}

export function followConfig({ db, engine, environment, now, log }: FollowDeps): Follower {
  let loaded: LoadedConfig | null = null;
  let toldProblems = new Set<string>();

  function look(): boolean {
    if (loaded && configFingerprint(environment.configPath) === loaded.fingerprint) return false;
    loaded = loadConfig({
      path: environment.configPath,
      env: process.env,
      allowStdio: environment.allowStdio,
      previous: loaded,
    });
    redactInLogs([...loaded.secrets.values()].flat());
    engine.adopt(loaded);
    store(loaded);
    tell(loaded);
    log.info({ endpoints: loaded.endpoints.length, problems: loaded.problems.length }, 'configuration applied');
    return true;
  }

  function store({ page, maintenance, problems, endpoints }: LoadedConfig): void {
    const at = now();
    inTransaction(db, () => {
      writeSetting(db, 'page', page);
      writeSetting(db, 'configProblems', problems);
      const windows = maintenance.map((window) => ({ ...window, servers: coveredSlugs(window, endpoints) }));
      replaceComingWindows(db, windows, at);
    });
  }

  function tell({ problems, notes }: LoadedConfig): void {
    for (const { file, message } of notes) log.info(`${file}: ${message}`);
    const lines = new Set(problems.map(problemLine));
    for (const problem of problems) {
      if (toldProblems.has(problemLine(problem))) continue;
      log[problem.severity === 'error' ? 'error' : 'warn'](problemLine(problem));
    }
    toldProblems = lines;
  }

  return { look, secretsOf: (slug) => loaded?.secrets.get(slug) ?? [] };
}

/** `team.mcp.json:12:5 mcpServers.github.url: "htp://x" is no URL. Write https://…` */
function problemLine({ file, line, column, path, message, remedy }: ConfigProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const where = [place, path].filter((part) => part !== '').join(' ');
  return `${where ? `${where}: ` : ''}${message}. ${remedy}`;
}

/** A window that names no server and no group covers all, which is written as an empty list. */
function coveredSlugs(
  window: { endpoints: readonly string[]; groups: readonly string[] },
  endpoints: readonly Endpoint[],
): string[] {
  if (window.endpoints.length === 0 && window.groups.length === 0) return [];
  return endpoints
    .filter(({ name, group }) => window.endpoints.includes(name) || (group !== null && window.groups.includes(group)))
    .map(({ slug }) => slug);
}
