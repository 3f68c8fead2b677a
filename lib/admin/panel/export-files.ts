// The two files of an export, as they are downloaded. Secrets are names in them; values stay where they are.
import type { Desk } from '@/lib/admin/panel/desk';
import { exportConfig } from '@/lib/config/export/export-config';
import { placeholdersIn } from '@/lib/config/import/references';
import { loadConfig } from '@/lib/config/load-config';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface ExportedFiles {
  /** JSON, indented, with a line break at the end. */
  mcp: string;
  rollcall: string;
  /** Names that have to be set where the files are used. */
  variables: string[];
  secrets: string[];
  /** Of those secrets the ones that are not stored: their values stand in files in clear. */
  inClear: string[];
  serverCount: number;
  /** Files that are broken now: what they named is not exported. */
  brokenFiles: string[];
  /** A picture that must lie beside the rollcall.json. */
  logo: string | null;
}

export function exportFiles({ db, sealer, environment, variables }: Desk): ExportedFiles {
  const { panel, secrets: storedSecrets } = readStoredPanel(db, sealer);
  const { configPath, allowStdio } = environment;
  const loaded = loadConfig({ path: configPath, env: variables, allowStdio, previous: null, panel, storedSecrets });
  const exported = exportConfig(loaded, storedSecrets.keys());
  const [mcp, rollcall] = [written(exported.mcp), written(exported.rollcall)];
  const { variables: variablesInIt, secrets } = placeholdersIn([mcp, rollcall]);
  return {
    mcp,
    rollcall,
    variables: variablesInIt,
    secrets,
    inClear: exported.lifted.map(({ name }) => name),
    serverCount: loaded.endpoints.length,
    brokenFiles: loaded.brokenFiles,
    logo: loaded.page.logo ?? null,
  };
}

function written(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
