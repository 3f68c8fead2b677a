// What readers get of incidents: plain values without secrets and without words of the machine's own, which
// lib/core/words/incident-text.ts makes of the facts in the reader's language.
import type {
  AffectedState,
  IncidentImpact,
  IncidentStatus,
  MachineNote,
  TroubleFacts,
} from '@/lib/core/incident/incident';
import type { PageSettings } from '@/lib/core/page-settings';
import type { Span, UnixMs } from '@/lib/core/time';
import type { OutageView } from '@/lib/core/view';

/** A server as an incident names it. Archived ones stay in the history, without a page of their own; hidden ones are left out. */
export interface AffectedServerView {
  slug: string;
  title: string;
  state: AffectedState;
  /** It has a page at /servers/{slug}. */
  isListed: boolean;
}

/** As much of an incident as a line about it needs. */
export interface IncidentHead {
  /** Stands in its address, /incidents/{id}; never changes, never used again. */
  id: string;
  /** Null while the machine's words stand: `incidentTitle` gives the title in either case. */
  writtenTitle: string | null;
  /** What the machine found, one entry a server at its worst, in the order in which they failed; empty without the machine. */
  causes: TroubleFacts[];
  status: IncidentStatus;
  impact: IncidentImpact;
  /** Opened by the machine, and no person has said a word yet. */
  isSuspected: boolean;
  startedAt: UnixMs;
  /** Null while it lasts. */
  resolvedAt: UnixMs | null;
  /** Empty when it is about no server in particular. */
  servers: AffectedServerView[];
  /** Last time that anything in it changed. */
  changedAt: UnixMs;
}

export interface IncidentUpdateView {
  id: string;
  status: IncidentStatus;
  /** When it was so. */
  at: UnixMs;
  writtenAt: UnixMs;
  /** Null when nobody corrected it. */
  editedAt: UnixMs | null;
  /** `name` is null where the team speaks as one. */
  author: { kind: 'machine' | 'person'; name: string | null };
  /** A person's Markdown (lib/render/markdown.ts); null when the machine tells. `updateText` (lib/render/update-text.ts) gives plain words in either case. */
  body: string | null;
  /** What the machine tells, put into words by `machineText`; null when a person tells. */
  note: MachineNote | null;
  /** What it changed of the servers. */
  changes: { slug: string; title: string; from: AffectedState; to: AffectedState }[];
}

/** What the machine saw of one server while the incident lasted, whatever people wrote. */
export interface SeenOutageView extends Pick<OutageView, 'id' | 'status' | 'startedAt' | 'endedAt' | 'reason'> {
  server: { slug: string; title: string };
}

export interface IncidentView extends IncidentHead {
  /** Newest first. */
  updates: IncidentUpdateView[];
  /** Oldest first. */
  seen: SeenOutageView[];
  /** A person is at it, and all servers of it answer again since then; null while one does not, and once it is resolved. */
  allAnswerSince: UnixMs | null;
}

/** The incidents that began on one day of the page's time zone. */
export interface IncidentDayView {
  /** `2026-11-22`. */
  date: string;
  /** Newest first; empty on a quiet day. */
  incidents: IncidentView[];
}

/** For the page: what goes on, and the last days. */
export interface IncidentsView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** Those not resolved yet, newest first. */
  current: IncidentView[];
  /** Today first, 14 days, quiet ones included; an unresolved incident stands on its day too. */
  days: IncidentDayView[];
}

/** One month of the history. */
export interface IncidentMonthView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** `2026-11`. */
  month: string;
  /** Newest first, without quiet days. */
  days: IncidentDayView[];
  /** Null where the history begins. */
  previous: string | null;
  /** Null in the present month. */
  next: string | null;
}

export interface IncidentPageView {
  generatedAt: UnixMs;
  page: PageSettings;
  incident: IncidentView;
}

/** Does the incident touch this span? For day cards: the day of a bar, and a server it is about. */
export function isIncidentWithin(
  { startedAt, resolvedAt }: Pick<IncidentHead, 'startedAt' | 'resolvedAt'>,
  span: Span,
) {
  return startedAt < span.endAt && (resolvedAt === null || resolvedAt >= span.startAt);
}
