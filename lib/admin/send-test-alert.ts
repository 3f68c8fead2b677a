// An administrator wants to see whether a channel works: a test goes through the outbox like any alert, and its answer is
// in the delivery log.
import type { Db } from '@/db/client';
import { inTransaction } from '@/db/transaction';
import type { AlertPage } from '@/lib/core/alert/alert';
import { alertKey } from '@/lib/core/alert/alert-key';
import type { UnixMs } from '@/lib/core/time';
import { enqueueFor } from '@/lib/engine/outbox';
import { wordAlert } from '@/lib/engine/word-alert';

export interface TestAlert {
  /** Name in the configuration; one that does not exist there is given up after a day. */
  channel: string;
  /** In whose name. */
  page: AlertPage;
}

export function sendTestAlert(db: Db, { channel, page }: TestAlert, now: UnixMs): void {
  const happening = { event: 'test' } as const;
  const teller = { alerting: { page, channels: [channel], routes: null }, signLinks: () => NO_LINKS };
  inTransaction(db, () => {
    const message = wordAlert(db, { happening, threadKey: alertKey(happening, now) }, teller, now);
    enqueueFor(db, [channel], message, now);
  });
}

const NO_LINKS = { acknowledge: null, snooze: null };
