// Keeps the list a check obtained, and what changed in it. The comparison is made before the write lock is taken: of two
// large lists it takes up to a second, and pages wait for nobody that long.
import type { Db } from '@/db/client';
import { findCatalogue, insertCatalogue, selectCatalogueTools, selectPresentList } from '@/db/queries/catalogues';
import { countOnDrift, insertDrift, selectRecentDrifts } from '@/db/queries/drifts';
import { updateState } from '@/db/queries/endpoint-states';
import { insertEvent } from '@/db/queries/events';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';
import { type DriftChange, type DriftKind, worstKind } from '@/lib/core/drift/drift-change';
import { boundChanges, type DriftMerge, mergeDrift, REPEAT_MS } from '@/lib/core/drift/drift-record';
import type { Outcome } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import { catalogueHash } from '@/lib/engine/check/catalogue-hash';

/** A list that differs from the present one. */
export interface NewList {
  hash: string;
  tools: CatalogueTool[];
  /** Null for the first list of all, which is the baseline. */
  drift: NewDrift | null;
}

interface NewDrift {
  fromCatalogueId: number;
  kind: DriftKind;
  changes: DriftChange[];
  /** The row it counts on. */
  merge: DriftMerge | null;
  /** What that row says afterwards; null for a repetition, which says what it said. */
  ledOnChanges: DriftChange[] | null;
}

/** More rows than a day can have; a hostile server's oldest ones are then not counted on, and nothing else changes. */
const RECENT_LIMIT = 200;

/**
 * Null when there is nothing to store. An incomplete list is no change: only one read to its end is compared. Whoever
 * calls it holds the claim, so nobody else writes lists of this endpoint until the check is stored.
 */
export function compareList(db: Db, endpointId: number, { catalogue }: Outcome, at: UnixMs): NewList | null {
  if (!catalogue || catalogue.faults.some(({ code }) => code === 'tools_incomplete')) return null;
  const { tools } = catalogue;
  const hash = catalogueHash(tools);
  const present = selectPresentList(db, endpointId);
  if (!present) return { hash, tools, drift: null };
  if (present.hash === hash) return null;
  const changes = boundChanges(compareCatalogues(selectCatalogueTools(db, present.id), tools));
  const kind = worstKind(changes);
  // Only the number of entries with one name differs: for whoever calls the tools it is the same list.
  if (kind === null) return null;
  const step = { fromCatalogueId: present.id, toCatalogueId: findCatalogue(db, endpointId, hash), at };
  const merge = mergeDrift(step, selectRecentDrifts(db, endpointId, at - REPEAT_MS, RECENT_LIMIT));
  const drift = { fromCatalogueId: present.id, kind, changes, merge, ledOnChanges: ledOnChanges(db, merge, tools) };
  return { hash, tools, drift };
}

function ledOnChanges(db: Db, merge: DriftMerge | null, tools: readonly CatalogueTool[]): DriftChange[] | null {
  const fromId = merge?.how === 'extend' ? merge.drift.fromCatalogueId : null;
  return fromId === null ? null : boundChanges(compareCatalogues(selectCatalogueTools(db, fromId), tools));
}

/** What is worth telling of a drift: calls that worked may fail. */
export interface BreakingDrift {
  /** When its row was begun. */
  seenAt: UnixMs;
  changes: readonly DriftChange[];
}

/** Always inside the caller's transaction. @returns what was not told before and breaks callers; null when nothing does. */
export function storeList(
  db: Db,
  endpointId: number,
  { hash, tools, drift }: NewList,
  at: UnixMs,
): BreakingDrift | null {
  const catalogueId =
    findCatalogue(db, endpointId, hash) ?? insertCatalogue(db, { endpointId, hash, tools, firstSeenAt: at });
  const baseline = drift === null ? { baselineCatalogueId: catalogueId } : {};
  updateState(db, endpointId, { catalogueId, catalogueSince: at, ...baseline });
  return drift && storeDrift(db, endpointId, { ...drift, toCatalogueId: catalogueId, at });
}

function storeDrift(
  db: Db,
  endpointId: number,
  drift: NewDrift & { toCatalogueId: number; at: UnixMs },
): BreakingDrift | null {
  const { fromCatalogueId, toCatalogueId, kind, changes, merge, ledOnChanges, at } = drift;
  const ledOn = ledOnChanges ? { toCatalogueId, kind: worstKind(ledOnChanges), changes: ledOnChanges } : undefined;
  const tell = (driftId: number, worst: DriftKind) =>
    insertEvent(db, { endpointId, at }, { kind: 'drift', driftId, worst }) && worst === 'breaking';
  if (merge && countOnDrift(db, merge.drift.id, at, ledOn)) {
    // Told again only as something worse: the same thing once more is no news.
    const isNews = ledOn?.kind && tell(merge.drift.id, ledOn.kind);
    return isNews ? { seenAt: merge.drift.at, changes: ledOn.changes } : null;
  }
  const row = { endpointId, at, lastSeenAt: at, seenCount: 1, fromCatalogueId, toCatalogueId, kind, changes };
  return tell(insertDrift(db, row), kind) ? { seenAt: at, changes } : null;
}
