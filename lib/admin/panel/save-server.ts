// Adds a server to the panel, or changes one. Credentials in it are sealed and named by reference before anything is written.
import { insertAudit } from '@/db/queries/audit-entries';
import { writePanelDocument } from '@/db/queries/panel-documents';
import { selectSecretNames } from '@/db/queries/secrets';
import { inTransaction } from '@/db/transaction';
import { checkDraft, type DraftProblem } from '@/lib/admin/panel/check-draft';
import type { Desk } from '@/lib/admin/panel/desk';
import { difference } from '@/lib/admin/panel/difference';
import { storeSecret } from '@/lib/admin/panel/secrets';
import { asRecord, type ServerDraft, serverOf, withServer } from '@/lib/admin/panel/server-documents';
import { placeholdersIn } from '@/lib/config/import/references';
import { type Lifted, liftSecrets } from '@/lib/config/secrets/lift-secrets';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface SaveRequest {
  draft: ServerDraft;
  /** A new one: a name that is taken is refused. */
  isNew: boolean;
  /** Saved although it cannot be called as it is, such as for a variable that is set later. */
  isForced: boolean;
}

/**
 * - `name_taken`: the panel, or a file, has a server of this name.
 * - `unfit`: it could not be called; `problems` say why. `isForced` saves it none the less.
 */
export type Saving =
  | { ok: true; slug: string; storedSecrets: string[] }
  | { ok: false; code: 'name_taken' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

export function saveServer(desk: Desk, actor: Actor, { draft, isNew, isForced }: SaveRequest, now: UnixMs): Saving {
  const { value: safe, secrets } = liftDraft(desk, draft);
  const checked = checkDraft(desk, safe, secrets);
  const { panel } = readStoredPanel(desk.db, desk.sealer);
  const before = serverOf(panel, draft.name);
  if (checked.isNameTaken || (isNew && before !== null)) return { ok: false, code: 'name_taken' };
  if (checked.endpoint === null) return { ok: false, code: 'unfit', problems: checked.problems };
  const isFit = checked.endpoint.problem === null && checked.problems.length === 0;
  if (!isFit && !isForced) return { ok: false, code: 'unfit', problems: checked.problems };
  inTransaction(desk.db, () => {
    for (const secret of secrets) storeSecret(desk, actor, secret, now);
    const documents = withServer(panel, safe);
    writePanelDocument(desk.db, 'mcp', documents.mcp, now);
    writePanelDocument(desk.db, 'rollcall', documents.rollcall, now);
    const change = difference(before && keysOf(before), keysOf(safe));
    const action = before === null ? 'endpoint.created' : 'endpoint.changed';
    insertAudit(desk.db, actor, { action, subject: draft.name, ...change }, now);
  });
  return { ok: true, slug: checked.endpoint.slug, storedSecrets: secrets.map(({ name }) => name) };
}

/** Names that other servers, or people, gave to secrets are left alone; those of this server are given anew. */
export function liftDraft({ db, sealer }: Desk, { name, entry, settings }: ServerDraft): Lifted<ServerDraft> {
  const own = new Set(placeholdersIn(serverOf(readStoredPanel(db, sealer).panel, name)).secrets);
  const taken = new Set(selectSecretNames(db).flatMap((secret) => (own.has(secret.name) ? [] : [secret.name])));
  // Together, so that two credentials of one name are kept apart.
  const { value, secrets } = liftSecrets(name, { entry, settings }, taken);
  const { entry: safeEntry, settings: safeSettings } = asRecord(value);
  const safe = { name, entry: entry === null ? null : asRecord(safeEntry), settings: asRecord(safeSettings) };
  return { value: safe, secrets };
}

function keysOf({ entry, settings }: ServerDraft): Record<string, unknown> {
  return { ...entry, ...settings };
}
