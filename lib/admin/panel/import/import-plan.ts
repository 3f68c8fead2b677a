// What an import would do, before it does it: each server as it would be saved, what is missing, what is a secret, how it stands
// to what is there. Changes nothing. Plans hold what was pasted: for one request only, never kept.
import type { Desk } from '@/lib/admin/panel/desk';
import { type ImportChoices, placedSecrets } from '@/lib/admin/panel/import/import-secrets';
import { asRecord, type ServerDraft, serverOf, withServer } from '@/lib/admin/panel/server-documents';
import {
  type ImportedServer,
  type ImportReading,
  type ImportSource,
  readImport,
} from '@/lib/config/import/read-import';
import { placeholdersIn } from '@/lib/config/import/references';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import type { PanelConfig } from '@/lib/config/panel/panel-config';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface PlannedServer {
  /** As it is saved: with references in place of secrets. */
  draft: ServerDraft;
  /** To be stored with it. */
  secrets: LiftedSecret[];
  /** As it is tested: with what was typed. Never for a page. */
  clear: ServerDraft;
  view: ImportedServerView;
}

/** Fit for a page: no credential in it. */
export interface ImportedServerView {
  name: string;
  source: string;
  clients: string;
  /** The address or the command, as it would be saved. */
  address: string;
  kind: 'http' | 'sse' | 'stdio' | 'health' | 'unknown';
  /** `managed`: a file has a server of this name, which counts. */
  standing: 'new' | 'changed' | 'same' | 'managed';
  managedBy: string | null;
  variables: string[];
  inputs: string[];
  /** Names under which credentials are kept, or the variables that shall hold them. */
  secrets: string[];
  isPaused: boolean;
  /** Why it could not be called as it is; null when it could. */
  problem: string | null;
}

export interface ImportPlan extends Pick<ImportReading, 'rest' | 'checkedRest' | 'problems' | 'leftOutCount'> {
  servers: PlannedServer[];
}

export function planImport(desk: Desk, sources: readonly ImportSource[], choices: ImportChoices): ImportPlan {
  const { servers: imported, ...reading } = readImport(sources);
  const { panel, secrets: stored } = readStoredPanel(desk.db, desk.sealer);
  const taken = new Set(stored.keys());
  const placed = imported.map((server) => {
    const before = serverOf(panel, server.name);
    const draft = withKeptSettings(server, before);
    const own = new Set(placeholdersIn(before).secrets);
    const free = new Set([...taken].filter((name) => !own.has(name)));
    const result = placedSecrets(draft, { mode: choices.modeOf(server.name), given: choices.given, taken: free });
    for (const { name } of result.secrets) taken.add(name);
    return { server, before, ...result };
  });
  let documents: Pick<PanelConfig, 'mcp' | 'rollcall'> = panel;
  for (const { draft } of placed) documents = withServer(documents, draft);
  const fresh = placed.flatMap(({ secrets }) => secrets).map(({ name, value }) => [name, value] as const);
  const storedSecrets = new Map([...stored, ...fresh]);
  const { configPath: path, allowStdio } = desk.environment;
  const loaded = loadConfig({
    path,
    env: desk.variables,
    allowStdio,
    previous: null,
    panel: { ...panel, ...documents },
    storedSecrets,
  });
  const servers = placed.map(({ server, before, draft, clear, secrets, named }) => {
    const isSame = sameJson(before, draft) && secrets.every(({ name, value }) => stored.get(name) === value);
    const standing = before === null ? 'new' : isSame ? 'same' : 'changed';
    const missing = missingIn(draft, desk, storedSecrets);
    return { draft, clear, secrets, view: viewOf({ server, draft, loaded, standing, missing, named }) };
  });
  return { ...reading, servers };
}

/** What was said about it in the panel stays, unless the import says otherwise. */
function withKeptSettings({ name, entry, settings }: ImportedServer, before: ServerDraft | null): ServerDraft {
  return { name, entry, settings: { ...before?.settings, ...settings } };
}

function missingIn(draft: ServerDraft, { variables: env }: Desk, stored: ReadonlyMap<string, string>) {
  const { variables, inputs, secrets } = placeholdersIn(draft);
  const unset = variables.filter((name) => !Object.hasOwn(env, name) || !env[name]);
  return { variables: [...unset, ...secrets.filter((name) => !stored.has(name))], inputs };
}

interface ViewParts {
  server: ImportedServer;
  draft: ServerDraft;
  loaded: LoadedConfig;
  standing: 'new' | 'changed' | 'same';
  missing: { variables: string[]; inputs: string[] };
  named: string[];
}

function viewOf({ server, draft, loaded, standing, missing, named }: ViewParts): ImportedServerView {
  const { name, source, clients } = server;
  const managedBy = loaded.endpoints.find((one) => one.name === name && one.source !== null)?.source ?? null;
  const endpoint = loaded.endpoints.find((one) => one.name === name && one.source === null);
  const { type, url, command, args } = asRecord(draft.entry);
  const isStdio = command !== undefined;
  const words = Array.isArray(args) ? [command, ...args] : [command];
  return {
    ...{ name, source, clients, ...missing, secrets: named, managedBy },
    address: bounded(isStdio ? words.map(String).join(' ') : String(url ?? healthUrl(draft))),
    kind:
      draft.entry === null
        ? 'health'
        : isStdio
          ? 'stdio'
          : url === undefined
            ? 'unknown'
            : type === 'sse'
              ? 'sse'
              : 'http',
    standing: managedBy === null ? standing : 'managed',
    isPaused: endpoint?.paused ?? false,
    problem: endpoint?.problem ?? null,
  };
}

function healthUrl({ settings }: ServerDraft): unknown {
  return typeof settings.health === 'string' ? settings.health : (asRecord(settings.health).url ?? '');
}

const SHOWN_LENGTH = 300;

function bounded(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
