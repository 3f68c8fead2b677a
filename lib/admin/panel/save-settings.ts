// Changes what the panel says of the page, of the policy of all servers, and of how long history is kept.
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import type { Desk } from '@/lib/admin/panel/desk';
import { difference } from '@/lib/admin/panel/difference';
import { type DraftProblem, loadDraft, problemsAt } from '@/lib/admin/panel/load-draft';
import { asRecord } from '@/lib/admin/panel/server-documents';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/** Keys of a rollcall.json. */
export const SETTING_SECTIONS = ['page', 'defaults', 'retention'] as const;
export type SettingSection = (typeof SETTING_SECTIONS)[number];

export interface SettingsChange {
  section: SettingSection;
  /** The whole section as it shall be, but for keys that a file manages: what the panel says of those stays. */
  values: Record<string, unknown>;
}

export type SettingsSaving = { ok: true } | { ok: false; problems: DraftProblem[] };

export function saveSettings(
  desk: Desk,
  actor: Actor,
  { section, values }: SettingsChange,
  now: UnixMs,
): SettingsSaving {
  return inTransaction(desk.db, () => {
    const document = asRecord(selectPanelDocument(desk.db, 'rollcall')?.document);
    const before = asRecord(document[section]);
    const after = { ...managedOf(desk, section, before), ...values };
    const rollcall = { ...document, [section]: after };
    const problems = problemsAt(loadDraft(desk, { rollcall }), [[section]]);
    if (problems.length > 0) return { ok: false, problems };
    writePanelDocument(desk.db, 'rollcall', rollcall, now);
    const change = difference(before, after);
    insertAudit(desk.db, actor, { action: 'settings.changed', subject: section, ...change }, now);
    return { ok: true };
  });
}

/** What the panel says of keys that files manage now, for the day when they fall silent. */
function managedOf(desk: Desk, section: SettingSection, before: Record<string, unknown>): Record<string, unknown> {
  const files = loadDraft(desk, {}).rollcalls.filter(({ source }) => source !== null);
  const managed = new Set(files.flatMap(({ config }) => Object.keys(config[section] ?? {})));
  return Object.fromEntries(Object.entries(before).filter(([key]) => managed.has(key)));
}
