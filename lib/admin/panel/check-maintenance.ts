// What Rollcall would make of planned work that is not saved yet, by the very code that reads the files; and which of the
// windows that are stored the panel planned.
import type { Desk } from '@/lib/admin/panel/desk';
import { type DraftProblem, loadDraft, problemsAt } from '@/lib/admin/panel/load-draft';
import type { MaintenanceDraft } from '@/lib/admin/panel/maintenance-documents';
import { asRecord } from '@/lib/admin/panel/server-documents';
import { comingWindows } from '@/lib/config/maintenance/coming-windows';
import { PANEL_NAME } from '@/lib/config/panel/panel-config';
import { DAY_MS, type Span, type UnixMs } from '@/lib/core/time';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface MaintenancePreview {
  /** IANA name. */
  timezone: string;
  /** The next five at most; empty when all are past. */
  spans: Span[];
  /** What its author may not expect. */
  notes: string[];
}

export type CheckedMaintenance = { ok: true; preview: MaintenancePreview } | { ok: false; problems: DraftProblem[] };

const DATES_SHOWN = 5;
/** A rule that names 29 February needs so long for five of them. */
const LOOK_AHEAD_MS = 41 * 366 * DAY_MS;
/** Nearly every rule has named five days by then, and a walk of forty years takes half a second. */
const FIRST_LOOK_MS = 400 * DAY_MS;

export function checkMaintenance(desk: Desk, entry: MaintenanceDraft, now: UnixMs): CheckedMaintenance {
  const { rollcall } = readStoredPanel(desk.db, desk.sealer).panel;
  // Alone in its list: then what is told of the first entry is told of it.
  const loaded = loadDraft(desk, { rollcall: { ...asRecord(rollcall), maintenance: [entry] } });
  const problems = problemsAt(loaded, [['maintenance', 0], ['maintenance']]);
  // The panel comes after the files.
  const plan = loaded.maintenance.at(-1);
  if (problems.length > 0 || plan === undefined) return { ok: false, problems };
  const next = (aheadMs: number) => comingWindows([plan], { now, untilAt: now + aheadMs }).slice(0, DATES_SHOWN);
  const soon = next(FIRST_LOOK_MS);
  const isWhole = soon.length === DATES_SHOWN || plan.times.kind === 'once';
  return {
    ok: true,
    preview: {
      timezone: plan.timezone,
      spans: (isWhole ? soon : next(LOOK_AHEAD_MS)).map(({ startAt, endAt }) => ({ startAt, endAt })),
      notes: loaded.notes
        .filter(({ file, path }) => file === PANEL_NAME && path.startsWith('maintenance'))
        .map(({ message }) => message),
    },
  };
}

export interface MaintenanceScope {
  /** By the name in the mcp.json. */
  servers: { name: string; title: string }[];
  groups: string[];
  /** Of the page. */
  timezone: string;
}

/** What planned work can be about. */
export function maintenanceScope(desk: Desk): MaintenanceScope {
  const { endpoints, page } = loadDraft(desk, {});
  return {
    servers: endpoints.map(({ name, title }) => ({ name, title })),
    groups: [...new Set(endpoints.flatMap(({ group }) => group ?? []))].sort(),
    timezone: page.timezone,
  };
}

/** `uid`s of windows not over at `since` that the panel planned, as far as they are still planned. */
export function panelWindowUids(desk: Desk, span: { since: UnixMs; untilAt: UnixMs }): Set<string> {
  const { rollcall } = readStoredPanel(desk.db, desk.sealer).panel;
  const ofFiles = loadDraft(desk, { rollcall: { ...asRecord(rollcall), maintenance: [] } }).maintenance.length;
  const own = loadDraft(desk, {}).maintenance.slice(ofFiles);
  return new Set(comingWindows(own, { now: span.since, untilAt: span.untilAt }).map(({ uid }) => uid));
}
