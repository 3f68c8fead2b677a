// What Rollcall would make of a server that is not saved yet, by the very code that reads the files.
import type { Desk } from '@/lib/admin/panel/desk';
import { type DraftProblem, loadDraft, problemsAt } from '@/lib/admin/panel/load-draft';
import { type ServerDraft, withServer } from '@/lib/admin/panel/server-documents';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import type { Endpoint } from '@/lib/core/endpoint';
import { readStoredPanel } from '@/lib/reads/panel-config';

export type { DraftProblem };

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
  const loaded = loadDraft(desk, withServer(readStoredPanel(desk.db, desk.sealer).panel, draft), lifted);
  const endpoint = loaded.endpoints.find(({ name, source }) => name === draft.name && source === null) ?? null;
  return {
    endpoint,
    secrets: endpoint === null ? [] : (loaded.secrets.get(endpoint.slug) ?? []),
    problems: problemsAt(loaded, [
      ['mcpServers', draft.name],
      ['endpoints', draft.name],
    ]),
    isNameTaken: loaded.endpoints.some(({ name, source }) => name === draft.name && source !== null),
  };
}
