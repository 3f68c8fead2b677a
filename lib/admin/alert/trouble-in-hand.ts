// Whether there is a trouble that somebody may still take on or put off.
import type { Db } from '@/db/client';
import { selectThread } from '@/db/queries/threads';
import type { ThreadRow } from '@/db/schema/threads';

/** For the audit log: a link of a message names nobody. */
export const LINK_HOLDER = { id: null, name: 'whoever held the link of a message' };

/**
 * - `not_found`: nothing was told under this key, or it is forgotten.
 * - `over`: it has ended.
 * - `already_acknowledged`: somebody was faster.
 */
export type TroubleRefusal = 'not_found' | 'over' | 'already_acknowledged';

export type TroubleInHand = { ok: true; thread: ThreadRow } | { ok: false; code: TroubleRefusal };

export function troubleInHand(db: Db, threadKey: string): TroubleInHand {
  const thread = selectThread(db, threadKey);
  if (!thread) return { ok: false, code: 'not_found' };
  if (thread.endedAt !== null) return { ok: false, code: 'over' };
  if (thread.acknowledgedAt !== null) return { ok: false, code: 'already_acknowledged' };
  return { ok: true, thread };
}
