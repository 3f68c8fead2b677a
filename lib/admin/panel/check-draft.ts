// What Rollcall would make of a server that is not saved yet, by the very code that reads the files.
import type { Desk } from '@/lib/admin/panel/desk';
import { type ServerDraft, withServer } from '@/lib/admin/panel/server-documents';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import { PANEL_NAME } from '@/lib/config/panel/panel-config';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import type { Endpoint } from '@/lib/core/endpoint';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface DraftProblem {
  /** Inside the server: "url", "headers.Authorization", "rollcall.interval"; empty for the server as a whole. */
  path: string;
  message: string;
  remedy: string;
}

export interface CheckedDraft {
  /** With secrets: never for a page. Null when the name leads to none. */
  endpoint: Endpoint | null;
  /** Values that must not be shown. */
  secrets: string[];
  problems: DraftProblem[];
  /** A file has a server of this name: it would stand beside it under another address. */
  isNameTaken: boolean;
}

/** `lifted`: secrets of the draft that are not stored yet. */
export function checkDraft(desk: Desk, draft: ServerDraft, lifted: readonly LiftedSecret[]): CheckedDraft {
  const loaded = loadWith(desk, draft, lifted);
  const endpoint = loaded.endpoints.find(({ name, source }) => name === draft.name && source === null) ?? null;
  return {
    endpoint,
    secrets: endpoint === null ? [] : (loaded.secrets.get(endpoint.slug) ?? []),
    problems: problemsOf(loaded, draft.name),
    isNameTaken: loaded.endpoints.some(({ name, source }) => name === draft.name && source !== null),
  };
}

function loadWith(desk: Desk, draft: ServerDraft, lifted: readonly LiftedSecret[]): LoadedConfig {
  const { panel, secrets } = readStoredPanel(desk.db, desk.sealer);
  const { configPath, allowStdio } = desk.environment;
  return loadConfig({
    path: configPath,
    env: desk.variables,
    allowStdio,
    previous: null,
    panel: { ...panel, ...withServer(panel, draft) },
    storedSecrets: new Map([...secrets, ...lifted.map(({ name, value }) => [name, value] as const)]),
  });
}

/** Paths begin with `mcpServers.NAME` or `endpoints.NAME`, and names may hold full stops. */
function problemsOf({ problems }: LoadedConfig, name: string): DraftProblem[] {
  const places = [`mcpServers.${name}`, `endpoints.${name}`];
  return problems.flatMap(({ file, path, message, remedy }) => {
    if (file !== PANEL_NAME) return [];
    const place = places.find(
      (start) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`),
    );
    return place === undefined ? [] : [{ path: path.slice(place.length).replace(/^\./, ''), message, remedy }];
  });
}
