// Takes over what was chosen of an import: all of it or nothing, in one transaction.
import { insertAudit } from '@/db/queries/audit-entries';
import { inTransaction } from '@/db/transaction';
import { changeDocument } from '@/lib/admin/panel/change-document';
import type { Desk } from '@/lib/admin/panel/desk';
import type { ImportPlan, PlannedServer } from '@/lib/admin/panel/import/import-plan';
import { restWords, withRest } from '@/lib/admin/panel/import/import-rest';
import { saveServer } from '@/lib/admin/panel/save-server';
import { storeSecret } from '@/lib/admin/panel/secrets';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface ImportSelection {
  /** Places in the plan; what is the same already, or managed by a file, is passed over. */
  chosen: ReadonlySet<number>;
  /** Also what a rollcall.json says beside its servers. */
  isRestChosen: boolean;
}

/** `refused`: this server could not be saved, so nothing was. */
export type Applying =
  | { ok: true; added: string[]; changed: string[]; secretCount: number; rest: string[] }
  | { ok: false; refused: string };

/** What cannot be called yet is saved all the same, and says why on its page. */
export function applyImport(
  desk: Desk,
  actor: Actor,
  plan: ImportPlan,
  selection: ImportSelection,
  now: UnixMs,
): Applying {
  const servers = plan.servers.filter(
    ({ view }, i) => selection.chosen.has(i) && (view.standing === 'new' || view.standing === 'changed'),
  );
  const rest = selection.isRestChosen ? restWords(plan) : [];
  if (servers.length === 0 && rest.length === 0) return { ok: true, added: [], changed: [], secretCount: 0, rest };
  try {
    return inTransaction(desk.db, () => {
      for (const server of servers) save(desk, actor, server, now);
      const restSecrets = rest.length > 0 ? saveRest(desk, actor, plan, now) : 0;
      const named = (standing: 'new' | 'changed') =>
        servers.filter(({ view }) => view.standing === standing).map(({ view }) => view.name);
      const secretCount = servers.flatMap(({ secrets }) => secrets).length + restSecrets;
      const [added, changed] = [named('new'), named('changed')];
      const subject = [...new Set(servers.map(({ view }) => view.source))].join(', ').slice(0, 200) || 'rollcall.json';
      const after = { ...said({ added, changed, rest }), ...(secretCount > 0 && { secretCount }) };
      insertAudit(desk.db, actor, { action: 'import.applied', subject, after }, now);
      return { ok: true as const, added, changed, secretCount, rest };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refused: error.message };
    throw error;
  }
}

/** Ends the transaction. */
class Refused extends Error {}

function save(desk: Desk, actor: Actor, { draft, secrets, view }: PlannedServer, now: UnixMs): void {
  for (const secret of secrets) storeSecret(desk, actor, secret, now);
  const saved = saveServer(desk, actor, { draft, isNew: false, isForced: true }, now);
  if (!saved.ok) throw new Refused(view.name);
}

function saveRest(desk: Desk, actor: Actor, plan: ImportPlan, now: UnixMs): number {
  const { panel } = readStoredPanel(desk.db, desk.sealer);
  const { value, secrets } = withRest(panel.rollcall, plan);
  for (const secret of secrets) storeSecret(desk, actor, secret, now);
  const entry = { action: 'settings.changed', subject: 'rollcall.json', after: { imported: restWords(plan) } } as const;
  changeDocument(desk.db, actor, { kind: 'rollcall', change: () => value, entry }, now);
  return secrets.length;
}

function said(lists: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
