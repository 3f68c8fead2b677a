// What the import page shows before anything is imported. Plain values: they cross from the server to the browser and, in the
// form, back again. What was pasted is in it and nowhere else.
import type { ImportedServerView } from '@/lib/admin/panel/import/import-plan';
import type { SecretMode } from '@/lib/admin/panel/import/import-secrets';
import type { ImportTest } from '@/lib/admin/panel/import/import-test';
import type { ImportSource } from '@/lib/config/import/read-import';

export interface PreviewServer extends ImportedServerView {
  isChosen: boolean;
  /** Empty: as for all. */
  keep: SecretMode | '';
  test: ImportTest | null;
}

export interface MissingValue {
  /** "input:ID" or "variable:NAME": the field is `give:` and this. */
  placeholder: string;
  name: string;
  isInput: boolean;
  /** As it was typed before. */
  value: string;
}

export interface ImportPreview {
  text: string;
  files: ImportSource[];
  servers: PreviewServer[];
  missing: MissingValue[];
  /** For all servers that say nothing else. */
  keep: SecretMode;
  /** What a rollcall.json says besides; empty without one. */
  rest: string[];
  isRestChosen: boolean;
  /** "pasted:3:5 mcpServers.a: …" */
  problems: string[];
  leftOutCount: number;
}

export function isPreview(value: unknown): value is ImportPreview {
  return typeof value === 'object' && value !== null && 'servers' in value && 'missing' in value;
}

export function isImportable({ standing }: ImportedServerView): boolean {
  return standing === 'new' || standing === 'changed';
}

/** Before anybody chose: what is new or changed, and could be called once what is missing is set. */
export function isWorthChoosing(server: ImportedServerView): boolean {
  const isUnfit = server.problem !== null && server.variables.length === 0 && server.inputs.length === 0;
  return isImportable(server) && !isUnfit;
}
