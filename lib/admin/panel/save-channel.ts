// Adds a channel to the panel, changes one, deletes one. Addresses and secrets in it are sealed and named by reference
// before anything is written; those that nothing refers to any more go with it.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { deleteSecret } from '@/db/queries/secrets';
import { inTransaction } from '@/db/transaction';
import { type ChannelDraft, channelOf, withChannel, withoutChannel } from '@/lib/admin/panel/channel-documents';
import { checkChannel } from '@/lib/admin/panel/check-channel';
import type { Desk } from '@/lib/admin/panel/desk';
import { difference } from '@/lib/admin/panel/difference';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import { storeSecret } from '@/lib/admin/panel/secrets';
import { channelSecretPrefix, secretsNamedIn } from '@/lib/config/secrets/lift-channel-secrets';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

export interface ChannelRequest {
  draft: ChannelDraft;
  /** A new one: a name that is taken is refused. */
  isNew: boolean;
  /** Saved although it cannot be used as it is, such as for a variable that is set later. */
  isForced: boolean;
}

/** See CheckedChannel. */
export type ChannelSaving =
  | { ok: true }
  | { ok: false; code: 'name_taken' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

export function saveChannel(
  desk: Desk,
  actor: Actor,
  { draft, isNew, isForced }: ChannelRequest,
  now: UnixMs,
): ChannelSaving {
  const checked = checkChannel(desk, draft);
  if (!checked.ok) return checked;
  const { safe, secrets, resolved, problems } = checked;
  if ((resolved.problem !== null || problems.length > 0) && !isForced) return { ok: false, code: 'unfit', problems };
  return inTransaction(desk.db, () => {
    const document = rollcallOf(desk.db);
    const before = channelOf(document, safe.name);
    if (isNew && before !== null) return { ok: false, code: 'name_taken' };
    for (const secret of secrets) storeSecret(desk, actor, secret, now);
    writePanelDocument(desk.db, 'rollcall', withChannel(document, safe), now);
    forgetSecrets(desk.db, before, safe);
    const action = before === null ? 'channel.created' : 'channel.changed';
    const change = difference(before === null ? null : before.settings, safe.settings);
    insertAudit(desk.db, actor, { action, subject: safe.name, ...change }, now);
    return { ok: true };
  });
}

/** What is on its way there is given up after a day. @returns false when the panel has none of that name. */
export function deleteChannel(db: Db, actor: Actor, name: string, now: UnixMs): boolean {
  return inTransaction(db, () => {
    const document = rollcallOf(db);
    const before = channelOf(document, name);
    if (before === null) return false;
    writePanelDocument(db, 'rollcall', withoutChannel(document, name), now);
    forgetSecrets(db, before, null);
    insertAudit(db, actor, { action: 'channel.deleted', subject: name, before: { type: before.settings.type } }, now);
    return true;
  });
}

function rollcallOf(db: Db): unknown {
  return selectPanelDocument(db, 'rollcall')?.document ?? null;
}

/** Only those that bear the channel's name: others may be named elsewhere. */
function forgetSecrets(db: Db, before: ChannelDraft | null, after: ChannelDraft | null): void {
  if (before === null) return;
  const kept = new Set(secretsNamedIn(after?.settings ?? {}));
  const own = secretsNamedIn(before.settings).filter((name) => name.startsWith(channelSecretPrefix(before.name)));
  for (const name of own) if (!kept.has(name)) deleteSecret(db, name);
}
