// What was configured in the panel, read by the same code as the files it stands beside.
import type { FileContent } from '@/lib/config/files/file-content';
import { createFileProblems, type FileProblems } from '@/lib/config/files/file-problems';
import type { GatheredFile } from '@/lib/config/files/gather-files';
import type { JsonDocument } from '@/lib/config/files/json-document';
import { readMcpFile } from '@/lib/config/files/read-mcp-file';
import { readRollcallFile } from '@/lib/config/files/read-rollcall-file';

/** In place of a file's name in problems. */
export const PANEL_NAME = 'panel';

/** Plain JSON, as stored; null where nothing was ever configured. */
export interface PanelConfig {
  /** As an mcp.json. */
  mcp: unknown;
  /** As a rollcall.json. */
  rollcall: unknown;
  /** Slugs in the order of the page. */
  order: readonly string[];
  /** Slugs that a person paused. */
  paused: readonly string[];
}

export const NO_PANEL: PanelConfig = { mcp: null, rollcall: null, order: [], paused: [] };

/** One a document; what is wrong in it is left out and told, as for a file without a good state before. */
export function panelFiles(
  panel: PanelConfig,
  workspaceFolder: string,
): { file: GatheredFile | null; report: FileProblems }[] {
  const read = (value: unknown, reader: (document: JsonDocument, problems: FileProblems) => FileContent | null) => {
    if (value === null) return [];
    const problems = createFileProblems(PANEL_NAME, () => null);
    const content = reader({ value, duplicates: [], locate: () => ({ line: 1, column: 1 }) }, problems);
    const file = content && { name: PANEL_NAME, content, problems, workspaceFolder, isPanel: true };
    return [{ file, report: problems }];
  };
  return [
    ...read(panel.mcp, (document, problems) => readMcpFile(document, problems, true)),
    ...read(panel.rollcall, (document, problems) => readRollcallFile(document, problems).content),
  ];
}
