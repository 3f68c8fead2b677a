// Tells again what nobody has taken on, and others when nobody has: what lib/core/alert/reminder.ts finds due goes into the
// outbox. Sends the digests that are due.
import type { Db } from '@/db/client';
import { countAlerts, selectNewestTrouble } from '@/db/queries/alerts';
import { selectToldAt } from '@/db/queries/deliveries';
import { type DueEntry, gatherEntries, selectDueEntries } from '@/db/queries/digest-entries';
import { selectNewsOfThread } from '@/db/queries/news';
import { selectOpenThreads } from '@/db/queries/threads';
import type { ThreadRow } from '@/db/schema/threads';
import { inTransaction } from '@/db/transaction';
import { alertKey } from '@/lib/core/alert/alert-key';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { jointOpening, openTroubles } from '@/lib/core/alert/joint-happening';
import { dueReminders } from '@/lib/core/alert/reminder';
import type { UnixMs } from '@/lib/core/time';
import { enqueueFor } from '@/lib/engine/alert/outbox';
import { type Teller, wordAlert } from '@/lib/engine/alert/word-alert';

/** One turn, every few seconds. */
export function remind(db: Db, teller: Teller, now: UnixMs): void {
  for (const thread of selectOpenThreads(db)) {
    if (mayBeDue(thread, teller.alerting)) inTransaction(db, () => remindOf(db, thread, teller, now));
  }
}

/** Nearly always false, without a query. */
function mayBeDue({ acknowledgedAt, snoozedUntil }: ThreadRow, { routes }: Alerting): boolean {
  if (acknowledgedAt !== null) return false;
  return snoozedUntil !== null || (routes ?? []).some(({ repeatMs, escalate }) => repeatMs ?? escalate);
}

function remindOf(db: Db, thread: ThreadRow, teller: Teller, now: UnixMs): void {
  const alert = selectNewestTrouble(db, thread.key)?.message;
  if (!alert) return;
  const toldAt = new Map(selectToldAt(db, thread.key, now).map(({ channel, at }) => [channel, at]));
  const channels = dueReminders({ ...thread, toldAt, alert }, teller.alerting, now);
  if (channels.length === 0) return;
  const troubles = openTroubles(selectNewsOfThread(db, thread.key));
  const happening = jointOpening(troubles) ?? troubles[0];
  if (!happening) return;
  const repeat = countAlerts(db, thread.key);
  enqueueFor(db, channels, wordAlert(db, { happening, threadKey: thread.key, repeat }, teller, now), now);
}

/** One message a channel, of all that was gathered for it; nothing to say, nothing sent. */
export function sendDigests(db: Db, teller: Teller, now: UnixMs): void {
  if (selectDueEntries(db, now).length === 0) return;
  inTransaction(db, () => {
    const due = Map.groupBy(selectDueEntries(db, now), ({ channel }) => channel);
    for (const [channel, entries] of due) sendDigest(db, { channel, entries }, teller, now);
  });
}

interface Digest {
  channel: string;
  entries: readonly DueEntry[];
}

function sendDigest(db: Db, { channel, entries }: Digest, teller: Teller, now: UnixMs): void {
  const since = Math.min(...entries.map(({ createdAt }) => createdAt));
  const happening = { event: 'digest', since, lines: entries.map(({ message }) => message.firstLine) } as const;
  const threadKey = `${alertKey(happening, now)}:${entries[0]?.id ?? 0}`;
  enqueueFor(db, [channel], wordAlert(db, { happening, threadKey }, teller, now), now);
  gatherEntries(
    db,
    entries.map(({ id }) => id),
    now,
  );
}
