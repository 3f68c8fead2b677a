// Keeps the engine on the newest good configuration: loads the files, notices changes, stores what pages need of it
// (settings, maintenance, problems) and logs every problem once.
import type { Db } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { inTransaction } from '@/db/transaction';
import { takesAlerts } from '@/lib/alert/registry';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import type { Environment } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import { createSealer } from '@/lib/config/secrets/seal';
import type { RetentionSettings } from '@/lib/config/settings/retention-schema';
import { configFingerprint } from '@/lib/config/watch-config';
import type { Alerting } from '@/lib/core/alert/alert-route';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { UnixMs } from '@/lib/core/time';
import type { Engine } from '@/lib/engine/engine';
import { DEFAULT_RETENTION, type Retention } from '@/lib/engine/prune';
import { type Logger, redactInLogs } from '@/lib/log/logger';
import { readPanelVersion, readStoredPanel } from '@/lib/reads/panel-config';
import { planMaintenance } from '@/lib/runtime/plan-maintenance';

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
  /** Works out the maintenance of the coming months anew: time goes on even where no file changes. */
  planAhead(): void;
  /** Who is told of trouble; null before a configuration was read. */
  alerting(): Alerting | null;
  /** Where alerts can go; with secrets. */
  channels(): readonly ResolvedChannel[];
  /** How long history is kept. */
  retention(): Retention;
  /** Expanded variables of an endpoint, for redaction. */
  secretsOf(slug: string): string[];
}

export function followConfig({ db, engine, environment, now, log }: FollowDeps): Follower {
  let loaded: LoadedConfig | null = null;
  /** A database that is locked or full keeps what was loaded from being applied: then it is tried again. */
  let isApplied = false;
  let toldProblems = new Set<string>();
  let panelVersion = -1;
  const sealer = createSealer(readSecret(environment));

  function look(): boolean {
    const isSame = readPanelVersion(db) === panelVersion;
    if (loaded && isApplied && isSame && configFingerprint(environment.configPath) === loaded.fingerprint) return false;
    const { panel, secrets, unreadable, version } = readStoredPanel(db, sealer);
    panelVersion = version;
    isApplied = false;
    if (unreadable.length > 0)
      log.error({ secrets: unreadable }, 'these stored secrets belong to another ROLLCALL_SECRET');
    loaded = loadConfig({
      path: environment.configPath,
      env: process.env,
      allowStdio: environment.allowStdio,
      previous: loaded,
      panel,
      storedSecrets: secrets,
    });
    redactInLogs(
      [secrets.values(), loaded.secrets.values(), loaded.channels.map(({ secrets: own }) => own)].flatMap((lists) =>
        [...lists].flat(),
      ),
    );
    engine.adopt(loaded);
    store(loaded);
    planAhead();
    tell(loaded);
    isApplied = true;
    log.info({ endpoints: loaded.endpoints.length, problems: loaded.problems.length }, 'configuration applied');
    return true;
  }

  /** Channels that are off take part: what is meant for them waits. */
  function alertingOf({ page, channels, routes }: LoadedConfig): Alerting {
    return {
      page: { title: page.title, timezone: page.timezone, url: environment.publicUrl ?? page.url },
      channels: channels.filter(({ type }) => takesAlerts(type)).map(({ name }) => name),
      routes,
    };
  }

  function store({ page, logo, problems }: LoadedConfig): void {
    inTransaction(db, () => {
      writeSetting(db, 'page', { ...page, hasLogo: logo !== null });
      writeSetting(db, 'pageLogo', logo ?? 'none');
      writeSetting(db, 'configProblems', problems);
    });
  }

  function planAhead(): void {
    if (!loaded) return;
    const left = planMaintenance(db, loaded, now());
    if (left > 0) log.warn({ left }, 'there are too many maintenance windows; the last ones are left for later');
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

  return {
    look,
    planAhead,
    alerting: () => loaded && alertingOf(loaded),
    channels: () => loaded?.channels ?? [],
    retention: () => retentionOf(loaded?.retention ?? {}),
    secretsOf: (slug) => loaded?.secrets.get(slug) ?? [],
  };
}

function retentionOf({ checks, hours, alerts }: RetentionSettings): Retention {
  return {
    ...DEFAULT_RETENTION,
    ...(checks !== undefined && { checksMs: checks }),
    ...(hours !== undefined && { hoursMs: hours }),
    ...(alerts !== undefined && { alertsMs: alerts }),
  };
}

/** `team.mcp.json:12:5 mcpServers.github.url: "htp://x" is no URL. Write https://…` */
function problemLine({ file, line, column, path, message, remedy }: ConfigProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const where = [place, path].filter((part) => part !== '').join(' ');
  return `${where ? `${where}: ` : ''}${message}. ${remedy}`;
}
