// Writes what a settlement decided: booked time into rollups, a status change into outages. Always inside the
// caller's transaction, so that none of it is ever seen without the rest.
import type { Db } from '@/db/client';
import { closeOutage, openOutage } from '@/db/queries/outages';
import { addToRollup } from '@/db/queries/rollups';
import type { Failure } from '@/lib/core/failure';
import { type Booking, overlayMaintenance } from '@/lib/core/history/booking';
import type { Settlement } from '@/lib/core/history/ledger';
import { outageChange } from '@/lib/core/history/outage';
import { type CountedCheck, rollupsOf } from '@/lib/core/history/rollup';
import { serverWindows } from '@/lib/engine/server-windows';

export interface Settled {
  endpointId: number;
  slug: string;
  settlement: Settlement;
  /** The check that caused it; null for a pause or a problem. */
  check: CountedCheck | null;
  /** Why an outage opens; null when none does. */
  failure: Failure | null;
}

export function writeSettlement(db: Db, settled: Settled): void {
  const bookings = underMaintenance(db, settled.slug, settled.settlement.bookings);
  for (const part of rollupsOf(bookings, settled.check)) addToRollup(db, settled.endpointId, part);

  const { change } = settled.settlement;
  if (!change) return;
  const { closeAt, open } = outageChange(change);
  if (closeAt !== null) closeOutage(db, settled.endpointId, closeAt);
  if (open) {
    const { failure } = settled;
    openOutage(db, {
      endpointId: settled.endpointId,
      ...open,
      stage: failure?.stage ?? null,
      code: failure?.code ?? null,
      message: failure?.message ?? 'no reason was given',
    });
  }
}

function underMaintenance(db: Db, slug: string, bookings: Booking[]): Booking[] {
  const [first] = bookings;
  if (!first) return bookings;
  const startAt = Math.min(...bookings.map((booking) => booking.startAt));
  const endAt = Math.max(...bookings.map((booking) => booking.endAt));
  const windows = serverWindows(db, slug, { startAt, endAt });
  return windows.length === 0 ? bookings : overlayMaintenance(bookings, windows);
}
