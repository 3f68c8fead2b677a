// Makes the stored windows agree with the configuration. Knows nothing of files and rules; it gets the windows they make.
import type { Db } from '@/db/client';
import { deleteWindows, insertWindow, selectWindowsEndingAfter, updateWindow } from '@/db/queries/maintenance-windows';
import { inTransaction } from '@/db/transaction';
import {
  LONGEST_WINDOW_MS,
  type Reconciling,
  reconcileWindows,
  type WantedWindow,
} from '@/lib/core/history/maintenance';

export function syncMaintenance(db: Db, wanted: readonly WantedWindow[], circumstances: Reconciling): void {
  const { now } = circumstances;
  inTransaction(db, () => {
    // One that is wanted now and over in the store has ended within its own length.
    const kept = selectWindowsEndingAfter(db, now - LONGEST_WINDOW_MS);
    const { added, changed, withdrawnIds } = reconcileWindows(kept, wanted, circumstances);
    deleteWindows(db, withdrawnIds);
    for (const window of added) insertWindow(db, { ...window, announcedAt: now, changedAt: now });
    for (const { id, ...window } of changed) updateWindow(db, id, { ...window, changedAt: now });
  });
}
