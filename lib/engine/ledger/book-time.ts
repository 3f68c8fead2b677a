// Books what a settlement decided into rollups. Always inside the caller's transaction, so that none of it is ever seen
// without the rest. What a status change does to outages is written by write-outage.ts.
import type { Db } from '@/db/client';
import { addToRollup } from '@/db/queries/rollups';
import { type Booking, overlayMaintenance } from '@/lib/core/history/booking';
import { type CountedCheck, rollupsOf } from '@/lib/core/history/rollup';
import { serverWindows } from '@/lib/engine/ledger/server-windows';

export interface Booked {
  endpointId: number;
  slug: string;
  bookings: readonly Booking[];
  /** The check that caused it; null for a pause or a problem. */
  check: CountedCheck | null;
}

export function bookTime(db: Db, { endpointId, slug, bookings, check }: Booked): void {
  const booked = underMaintenance(db, slug, bookings);
  for (const part of rollupsOf(booked, check)) addToRollup(db, endpointId, part);
}

function underMaintenance(db: Db, slug: string, bookings: readonly Booking[]): readonly Booking[] {
  if (bookings.length === 0) return bookings;
  const startAt = Math.min(...bookings.map((booking) => booking.startAt));
  const endAt = Math.max(...bookings.map((booking) => booking.endAt));
  const windows = serverWindows(db, slug, { startAt, endAt });
  return windows.length === 0 ? bookings : overlayMaintenance(bookings, windows);
}
