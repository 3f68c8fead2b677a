// How one matter of alerts stands, for whoever holds a link to it.
import { type Db, openDb } from '@/db/client';
import { selectNewestAlert } from '@/db/queries/alerts';
import { selectThread } from '@/db/queries/threads';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export interface AlertThreadView {
  /** What was told of it last. */
  firstLine: string;
  endedAt: UnixMs | null;
  acknowledgedAt: UnixMs | null;
  /** Null when it came by a link that names nobody. */
  acknowledgedBy: string | null;
  /** Null when it is not snoozed now. */
  snoozedUntil: UnixMs | null;
  page: Pick<PageSettings, 'title' | 'timezone'>;
}

/** Null when nothing was told under this key, or it is forgotten. */
export function readAlertThread(threadKey: string, now: UnixMs, db: Db = openDb()): AlertThreadView | null {
  return inSnapshot(db, () => {
    const thread = selectThread(db, threadKey);
    const alert = selectNewestAlert(db, threadKey);
    if (!thread || !alert) return null;
    const { endedAt, acknowledgedAt, acknowledgedBy, snoozedUntil } = thread;
    const { title, timezone } = readStoredSettings(db).page;
    return {
      firstLine: alert.message.firstLine,
      ...{ endedAt, acknowledgedAt, acknowledgedBy },
      snoozedUntil: snoozedUntil !== null && snoozedUntil > now ? snoozedUntil : null,
      page: { title, timezone },
    };
  });
}
