// How changes of a catalogue are written down: as rows that each lead from one list to another, few enough for a person to
// read however often a server changes its mind. Pure; what a change is and how bad is in drift.ts.

import { DAY_MS, type UnixMs } from '@/lib/core/time';
import type { DriftChange } from './drift-change';

/** A stored change, as far as deciding needs it. */
export interface KnownDrift {
  id: number;
  /** Null when that list is no longer kept. */
  fromCatalogueId: number | null;
  toCatalogueId: number | null;
  at: UnixMs;
  lastSeenAt: UnixMs;
  approvedAt: UnixMs | null;
}

export interface CatalogueStep {
  fromCatalogueId: number;
  /** Null when this list was never seen before. */
  toCatalogueId: number | null;
  at: UnixMs;
}

/** `repeat`: the same change once more. `extend`: the row now leads on to the new list. */
export type DriftMerge = { how: 'repeat' | 'extend'; drift: KnownDrift };

/** A flapping list (A, B, A, B: replicas of two versions) counts on the rows it has. */
export const REPEAT_MS = DAY_MS;
/** A list that is new at every look (a clock in a description) goes on in one row after so many a day. */
const ROWS_A_DAY = 20;

/**
 * The row on which a change counts; null for a row of its own. An approved row is closed: what happens after an approval
 * is news. The rows not yet approved, applied in the order of `lastSeenAt`, always lead from the baseline to the present list.
 *
 * @param recent newest first, by `lastSeenAt`
 */
export function mergeDrift(step: CatalogueStep, recent: readonly KnownDrift[]): DriftMerge | null {
  const today = recent.filter(({ lastSeenAt }) => step.at - lastSeenAt < REPEAT_MS);
  const repeated = today.find((drift) => drift.approvedAt === null && isSameStep(drift, step));
  if (repeated) return { how: 'repeat', drift: repeated };
  const [newest] = today;
  const isFull = today.filter(({ at }) => step.at - at < REPEAT_MS).length >= ROWS_A_DAY;
  const isExtensible =
    newest?.approvedAt === null && newest.fromCatalogueId !== null && newest.toCatalogueId === step.fromCatalogueId;
  return isFull && isExtensible ? { how: 'extend', drift: newest } : null;
}

function isSameStep(drift: KnownDrift, step: CatalogueStep): boolean {
  return drift.toCatalogueId === step.toCatalogueId && drift.fromCatalogueId === step.fromCatalogueId;
}

/** Sentences hold names that a server chose, up to their limits. */
export const CHANGES_LIMIT_CHARACTERS = 32_768;

/** The worst ones, which come first. */
export function boundChanges(changes: readonly DriftChange[]): DriftChange[] {
  let used = 0;
  const end = changes.findIndex((change) => {
    used += JSON.stringify(change).length + 1;
    return used > CHANGES_LIMIT_CHARACTERS;
  });
  const cut = changes[end];
  if (!cut) return [...changes];
  const more: DriftChange = { tool: '', kind: cut.kind, code: 'more_changes', path: '', sentence: 'and more changes' };
  return [...changes.slice(0, end), more];
}
