// Planned work in the panel's document: listed, put in, taken out. Pure; knows no validation.
import { createHash } from 'node:crypto';
import { asRecord } from '@/lib/admin/panel/server-documents';

/** Plain JSON, as under `maintenance` in a rollcall.json. */
export type MaintenanceDraft = Record<string, unknown>;

export interface KeyedMaintenance {
  /** Made of what it says: whoever changes it meanwhile gives it another one. */
  key: string;
  entry: MaintenanceDraft;
}

/** In the order in which it was added. */
export function maintenanceOf(rollcall: unknown): KeyedMaintenance[] {
  const { maintenance } = asRecord(rollcall);
  if (!Array.isArray(maintenance)) return [];
  return maintenance.map(asRecord).map((entry) => ({ key: keyOf(entry), entry }));
}

/** Replaces the one of that key, in its place; with null adds one. */
export function withMaintenance(rollcall: unknown, key: string | null, entry: MaintenanceDraft) {
  const kept = maintenanceOf(rollcall);
  const place = kept.findIndex((one) => one.key === key);
  const entries = kept.map((one) => one.entry);
  const maintenance = place === -1 ? [...entries, entry] : entries.with(place, entry);
  return { ...asRecord(rollcall), maintenance };
}

export function withoutMaintenance(rollcall: unknown, key: string): Record<string, unknown> {
  const maintenance = maintenanceOf(rollcall).flatMap((one) => (one.key === key ? [] : [one.entry]));
  return { ...asRecord(rollcall), maintenance };
}

export function keyOf(entry: MaintenanceDraft): string {
  const sorted = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}
