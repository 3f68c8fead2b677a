// Secrets given in the panel. They go in and never come out: pages see names only.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { deleteSecret, writeSecret } from '@/db/queries/secrets';
import { inTransaction } from '@/db/transaction';
import type { Sealer } from '@/lib/config/secrets/seal';
import type { Actor } from '@/lib/core/access/actor';
import { isSecretName } from '@/lib/core/access/secret-name';
import type { UnixMs } from '@/lib/core/time';

/** Replaces one of the same name. Throws for a name that `isSecretName` refuses: forms check it before. */
export function storeSecret(
  { db, sealer }: { db: Db; sealer: Sealer },
  actor: Actor,
  { name, value }: { name: string; value: string },
  now: UnixMs,
): void {
  if (!isSecretName(name)) throw new Error('a secret needs a proper name');
  inTransaction(db, () => {
    writeSecret(db, name, { sealed: sealer.seal(name, value), changedAt: now, changedBy: actor.name });
    touch(db, now);
    insertAudit(db, actor, { action: 'settings.changed', subject: `secret ${name}`, after: { secret: 'set' } }, now);
  });
}

/** @returns false when there is none of that name. What names it is not called any more, and says why. */
export function removeSecret(db: Db, actor: Actor, name: string, now: UnixMs): boolean {
  return inTransaction(db, () => {
    if (!deleteSecret(db, name)) return false;
    touch(db, now);
    insertAudit(
      db,
      actor,
      { action: 'settings.changed', subject: `secret ${name}`, after: { secret: 'removed' } },
      now,
    );
    return true;
  });
}

/** The loop looks at the documents: a changed secret is a change of those that name it. */
function touch(db: Db, now: UnixMs): void {
  writePanelDocument(db, 'mcp', selectPanelDocument(db, 'mcp')?.document ?? { mcpServers: {} }, now);
}
