// The configuration as it would be with other documents of the panel, made by the very code that reads the files.
import type { Desk } from '@/lib/admin/panel/desk';
import { formatPath, type JSONPath } from '@/lib/config/files/json-document';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import { PANEL_NAME, type PanelConfig } from '@/lib/config/panel/panel-config';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface DraftProblem {
  /** Inside what was asked for: "url", "headers.Authorization"; empty for it as a whole. */
  path: string;
  message: string;
  remedy: string;
}

/** Holds secrets: never for a page. `lifted`: secrets of the draft that are not stored yet. */
export function loadDraft(
  desk: Desk,
  draft: Partial<Pick<PanelConfig, 'mcp' | 'rollcall'>>,
  lifted: readonly LiftedSecret[] = [],
): LoadedConfig {
  const { panel, secrets } = readStoredPanel(desk.db, desk.sealer);
  const { configPath, allowStdio } = desk.environment;
  return loadConfig({
    path: configPath,
    env: desk.variables,
    allowStdio,
    previous: null,
    panel: { ...panel, ...draft },
    storedSecrets: new Map([...secrets, ...lifted.map(({ name, value }) => [name, value] as const)]),
  });
}

/** What is wrong at or below these places of the panel's documents. */
export function problemsAt({ problems }: LoadedConfig, places: readonly JSONPath[]): DraftProblem[] {
  // As texts: names may hold full stops.
  const starts = places.map(formatPath);
  return problems.flatMap(({ file, path, message, remedy }) => {
    if (file !== PANEL_NAME) return [];
    const start = starts.find((text) => path === text || path.startsWith(`${text}.`) || path.startsWith(`${text}[`));
    return start === undefined ? [] : [{ path: path.slice(start.length).replace(/^\./, ''), message, remedy }];
  });
}
